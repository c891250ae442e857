package org.btdetect.frontend.c;

import java.util.function.Consumer;
import org.btdetect.program.Problem;
import org.btdetect.program.TranslationUnit;

/**
 * Reads C files as they stand in the tree.
 *
 * <p>A file is split at its top level by a scan that costs little; declarations are parsed at once, a function's body when it is
 * first asked for, so that what cannot be parsed costs that function alone. Thread-safe if the consumer of problems is.
 */
public final class CFrontEnd {

    private final Consumer<Problem> problems;

    /**
     * @param problems told what could not be parsed in a function's body, when that is asked for
     */
    public CFrontEnd(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Lowers a file.
     *
     * @param file the path that positions are reported with
     */
    public TranslationUnit read(String file, String text) {
        return new UnitReader(file, new SourceText(text), problems).read();
    }
}
