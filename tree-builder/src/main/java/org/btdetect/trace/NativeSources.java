package org.btdetect.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.btdetect.program.TranslationUnit.Macro;

/** The C files whose log statements are wanted. */
public interface NativeSources {
    /** Returns the name that places carry. */
    String component();

    /** Returns the paths of the files, sorted. */
    List<String> files();

    /** Returns a file's text. */
    String text(String file);

    /** Returns the macro that a name stands for in a file. */
    Optional<Macro> macro(String name, String file);

    /** Returns the names that a predicate accepts, and those of macros that lead to one of them. */
    Set<String> leadingTo(Predicate<String> names);
}
