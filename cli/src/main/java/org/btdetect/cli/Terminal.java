package org.btdetect.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What standard output is connected to.
 *
 * @param present whether a terminal is there
 * @param colours whether it shows colours and the user wants them ({@code NO_COLOR} says that the user does not)
 * @param width its columns, or those to assume for a file
 */
record Terminal(boolean present, boolean colours, int width) {
    private static final int WIDTH_OF_A_FILE = 120;

    static Terminal of(CommandSpec spec) {
        boolean colours = Ansi.AUTO.enabled();
        boolean present = colours || (System.getenv("NO_COLOR") != null && System.console() != null);
        return new Terminal(present, colours, present ? spec.usageMessage().width() : WIDTH_OF_A_FILE);
    }
}
