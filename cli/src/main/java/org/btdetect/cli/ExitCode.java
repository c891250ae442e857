package org.btdetect.cli;

/** The exit codes of the command, the same for every subcommand. */
final class ExitCode {
    static final int DONE = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int NOT_ANALYSED = 3;

    private ExitCode() {}
}
