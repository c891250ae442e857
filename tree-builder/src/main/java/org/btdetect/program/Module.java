package org.btdetect.program;

import java.util.List;

/**
 * A source file of Python or Java, lowered.
 *
 * @param file the path relative to the component's root, with {@code /}
 * @param problems empty unless the file could not be read; then the body holds what could
 */
public record Module(String file, Language language, Block body, List<Problem> problems) {

    public Module {
        problems = List.copyOf(problems);
    }
}
