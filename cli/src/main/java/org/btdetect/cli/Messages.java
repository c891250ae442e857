package org.btdetect.cli;

import org.btdetect.source.Progress;
import picocli.CommandLine.Model.CommandSpec;

/** Messages to the user, on standard error. */
final class Messages {
    private Messages() {}

    /** A progress that prints each line at once; one that is silent where {@code quiet}. */
    static Progress progress(CommandSpec spec, boolean quiet) {
        return line -> {
            if (!quiet) {
                spec.commandLine().getErr().println("btdetect: " + line);
                spec.commandLine().getErr().flush();
            }
        };
    }
}
