package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.btdetect.match.MatchEngine;
import org.btdetect.paper.PaperAnswer;
import org.btdetect.paper.PaperDetector;
import org.btdetect.verdict.Verdict;
import org.btdetect.verdict.VerdictFormat;
import org.btdetect.verdict.VerdictKind;
import org.btdetect.verdict.VerdictWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect detect}: logs to verdicts. */
@Command(
        name = "detect",
        description = "Tells which actions in the logs were authorised, and where those that were not started.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect detect --logs /var/log/cloud",
            "  btdetect detect --library output/zed --logs logs --format html > verdicts.html",
            "  btdetect detect --compat paper --logs logs --at '2021-4-18 12:35' --action shutdown"
        })
final class DetectCommand implements Callable<Integer> {
    private enum Compat {
        PAPER
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--compat", description = "Whose algorithm answers: paper, for the original paper's.")
    private @Nullable Compat compat;

    @Mixin
    private final DetectionOptions detection = new DetectionOptions();

    @Option(names = "--at", paramLabel = "'Y-m-d H:M'", description = "The minute to ask about, in local time.")
    private @Nullable String at;

    @Option(names = "--action", paramLabel = "A", description = "The action to ask about.")
    private @Nullable String action;

    @Option(names = "--format", description = "text, jsonl, ocsf or html (default: ${DEFAULT-VALUE}).")
    private VerdictFormat format = VerdictFormat.TEXT;

    @Option(names = "--all", description = "Show in text also what was authorised.")
    private boolean all;

    @Option(names = "--strict", description = "With --compat paper: list what one-to-one matching leaves unexplained.")
    private boolean strict;

    @Option(names = "--explain", description = "Say on standard error what an answer rests on.")
    private boolean explain;

    @Override
    public Integer call() throws IOException {
        return compat == Compat.PAPER ? paper() : verdicts();
    }

    private int verdicts() throws IOException {
        DetectionOptions.Knowledge knowledge = detection.knowledge();
        List<Verdict> verdicts = new ArrayList<>();
        MatchEngine engine = detection.judge(knowledge, verdicts::add);
        List<Verdict> asked = verdicts.stream().filter(this::isAsked).toList();
        PrintWriter out = spec.commandLine().getOut();
        VerdictWriter writer = format.to(out);
        for (Verdict verdict : asked) {
            if (all || format != VerdictFormat.TEXT || verdict.kind() != VerdictKind.AUTHORISED) {
                writer.write(verdict);
            }
        }
        writer.finish();
        out.flush();
        summary(asked, engine);
        boolean isFinding = asked.stream().anyMatch(verdict -> verdict.kind() == VerdictKind.UNAUTHORISED);
        return isFinding ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void summary(List<Verdict> verdicts, MatchEngine engine) {
        Map<VerdictKind, Integer> counts = new EnumMap<>(VerdictKind.class);
        verdicts.forEach(verdict -> counts.merge(verdict.kind(), 1, Integer::sum));
        String text = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().id())
                .collect(Collectors.joining(", "));
        spec.commandLine()
                .getErr()
                .println(engine.judged() + " events, " + engine.late() + " late; verdicts: "
                        + (text.isEmpty() ? "none" : text));
    }

    /** Without a minute, everything; else what touches it and is called as asked. */
    private boolean isAsked(Verdict verdict) {
        boolean isCalled = action == null
                || verdict.operation().toLowerCase(Locale.ROOT).contains(action.toLowerCase(Locale.ROOT));
        if (at == null) {
            return isCalled;
        }
        ZoneId local = detection.zone().orElse(ZoneOffset.UTC);
        Instant from = minute().atZone(local).toInstant();
        long begin = from.getEpochSecond() * 1_000_000L;
        return isCalled && verdict.to() >= begin && verdict.from() < begin + 60_000_000L;
    }

    private int paper() throws IOException {
        if (action == null) {
            throw new UsageException("name the action to ask about with --action");
        }
        PaperDetector detector = PaperDetector.open(detection.logs(), offset());
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
        return detection.zone().map(zone -> zone.getRules().getOffset(Instant.EPOCH));
    }
}
