package org.btdetect.resolve.c;

import org.btdetect.program.Function;
import org.btdetect.program.TranslationUnit.CFunction;

/**
 * A function definition and the file that it stands in; equal only to itself.
 *
 * @param file the path relative to the component's root
 */
public record Definition(String file, CFunction source) implements Comparable<Definition> {

    public String name() {
        return source.function().name();
    }

    public Function function() {
        return source.function();
    }

    public int line() {
        return source.function().at().line();
    }

    @Override
    public int compareTo(Definition other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0
                ? byFile
                : source.function().at().compareTo(other.source.function().at());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Definition definition && source == definition.source;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(source);
    }

    @Override
    public String toString() {
        return name() + "@" + file + ":" + line();
    }
}
