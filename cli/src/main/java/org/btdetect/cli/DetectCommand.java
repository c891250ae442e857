package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.btdetect.paper.PaperAnswer;
import org.btdetect.paper.PaperDetector;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect detect}: logs to verdicts. */
@Command(
        name = "detect",
        description = "Tells which actions in the logs were authorised, and where those that were not started.",
        footerHeading = "%nExamples:%n",
        footer = {"  btdetect detect --compat paper --logs logs --at '2021-4-18 12:35' --action shutdown"})
final class DetectCommand implements Callable<Integer> {
    private enum Compat {
        PAPER
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--compat", description = "Whose algorithm answers: paper, for the original paper's.")
    private @Nullable Compat compat;

    @Option(names = "--logs", paramLabel = "DIR", required = true, description = "The folder of the logs.")
    private Path logs = Path.of("");

    @Option(names = "--at", paramLabel = "'Y-m-d H:M'", description = "The minute to ask about, in local time.")
    private @Nullable String at;

    @Option(names = "--action", paramLabel = "A", description = "The action to ask about.")
    private @Nullable String action;

    @Option(names = "--zone", paramLabel = "+HH:MM", description = "The offset of local times (default: estimated).")
    private @Nullable String zone;

    @Option(names = "--strict", description = "With --compat paper: list what one-to-one matching leaves unexplained.")
    private boolean strict;

    @Option(names = "--explain", description = "Say on standard error what an answer rests on.")
    private boolean explain;

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(logs)) {
            throw new UsageException(logs + " is no folder of logs");
        }
        if (compat == null) {
            throw new UsageException("--compat paper is the only algorithm so far");
        }
        return paper();
    }

    private int paper() throws IOException {
        if (action == null) {
            throw new UsageException("name the action to ask about with --action");
        }
        PaperDetector detector = PaperDetector.open(logs, offset());
        PrintWriter messages = spec.commandLine().getErr();
        if (explain) {
            messages.println("local time is " + detector.zone() + " of universal time; lines of no known kind: "
                    + detector.unknownLines());
        }
        if (strict) {
            List<String> findings = detector.strict(action);
            print(findings);
            return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
        }
        Optional<PaperAnswer> answer = detector.ask(minute(), action);
        if (answer.isEmpty()) {
            messages.println("btdetect: no log has a record of '" + action + "' at " + at);
            return ExitCode.NOT_ANALYSED;
        }
        if (explain) {
            answer.get().unexplained().forEach(record -> messages.println("unexplained: " + record));
        }
        print(answer.get().lines());
        return answer.get().start().isPresent() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void print(List<String> lines) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        out.flush();
    }

    private LocalDateTime minute() {
        if (at == null) {
            throw new UsageException("name the minute to ask about with --at 'Y-m-d H:M'");
        }
        return PaperDetector.minute(at)
                .orElseThrow(() -> new UsageException("'" + at + "' is no minute such as '2021-4-18 12:35'"));
    }

    private Optional<ZoneOffset> offset() {
        try {
            return Optional.ofNullable(zone).map(ZoneOffset::of);
        } catch (DateTimeException malformed) {
            throw new UsageException("'" + zone + "' is no offset such as +08:00");
        }
    }
}
