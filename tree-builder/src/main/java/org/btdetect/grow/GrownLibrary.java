package org.btdetect.grow;

import java.util.List;
import org.btdetect.program.Problem;

/**
 * All operations' behaviours, and what was met on the way.
 *
 * @param problems what could not be read
 * @param files how many Python files have been read
 */
public record GrownLibrary(List<GrownAction> actions, Statistics statistics, List<Problem> problems, int files) {

    public GrownLibrary {
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
    }
}
