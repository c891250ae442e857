package org.btdetect.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** What a long operation is at, on one line of a terminal that is written over; nothing where there is no terminal. */
final class StageLine {
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean shown;
    private final int width;

    StageLine(CommandSpec spec, boolean quiet) {
        Terminal terminal = Terminal.of(spec);
        this.err = spec.commandLine().getErr();
        this.shown = terminal.present() && !quiet;
        this.width = terminal.width();
    }

    void show(String what) {
        if (shown) {
            String line = "btdetect: " + what;
            err.print(ERASE + (line.length() < width ? line : line.substring(0, width - 1)));
            err.flush();
        }
    }

    void clear() {
        if (shown) {
            err.print(ERASE);
            err.flush();
        }
    }
}
