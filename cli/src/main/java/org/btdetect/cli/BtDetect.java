package org.btdetect.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ScopeType;

/** The command {@code btdetect}: the one place where its subcommands are registered. */
@Command(
        name = "btdetect",
        description = "Derives the behaviour trees of cloud operations from the sources.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {SourcesCommand.class, ProgramCommand.class, HelpCommand.class, GenerateCompletion.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:findings: a difference at or above --fail-on, an unauthorised verdict",
            "2:usage or configuration",
            "3:could not analyse"
        })
public final class BtDetect {
    private BtDetect() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command, ready to be executed; tests give it writers of their own. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new BtDetect());
        commandLine.setExecutionExceptionHandler(new Failures());
        commandLine.setUsageHelpAutoWidth(true);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine;
    }
}
