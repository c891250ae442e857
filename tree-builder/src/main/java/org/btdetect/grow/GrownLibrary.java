package org.btdetect.grow;

import java.util.List;
import org.btdetect.program.Problem;
import org.btdetect.trace.Catalogue;

/**
 * All operations' behaviours, and what was met on the way.
 *
 * @param names the names of all operations that were met, wanted or not
 * @param problems what could not be read
 * @param files how many Python files have been read
 * @param statements the log statements of the sources
 */
public record GrownLibrary(
        List<GrownAction> actions,
        List<String> names,
        Statistics statistics,
        List<Problem> problems,
        int files,
        Catalogue statements) {

    public GrownLibrary {
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
    }
}
