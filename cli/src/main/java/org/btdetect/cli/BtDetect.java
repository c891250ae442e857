package org.btdetect.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
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
        subcommands = {
            SourcesCommand.class,
            BuildCommand.class,
            ActionsCommand.class,
            ShowCommand.class,
            ExplainCommand.class,
            ClientsCommand.class,
            ReportCommand.class,
            CallsCommand.class,
            KeywordsCommand.class,
            OverlapsCommand.class,
            CollectCommand.class,
            ExportCommand.class,
            DetectCommand.class,
            EvaluateCommand.class,
            DiffCommand.class,
            ProgramCommand.class,
            HelpCommand.class,
            GenerateCompletion.class
        },
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
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = commandLine().setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** A writer of the same bytes whatever the locale, which in containers is mostly the one that knows ASCII alone. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8));
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
