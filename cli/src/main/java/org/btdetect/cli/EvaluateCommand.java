package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.btdetect.evaluate.Alarm;
import org.btdetect.evaluate.Baseline;
import org.btdetect.evaluate.Proportion;
import org.btdetect.evaluate.Score;
import org.btdetect.evaluate.TruthFile;
import org.btdetect.evaluate.TruthRow;
import org.btdetect.event.Event;
import org.btdetect.tree.Layer;
import org.btdetect.verdict.Verdict;
import org.btdetect.verdict.VerdictKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect evaluate}: verdicts against the truth. */
@Command(
        name = "evaluate",
        description = {
            "Compares the verdicts on logs with what was really done.",
            "",
            "Shares are given with 95 % confidence intervals after Wilson."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  btdetect evaluate --library output/zed --logs run1 --truth run1/ground_truth.csv"})
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final DetectionOptions detection = new DetectionOptions();

    @Option(names = "--truth", paramLabel = "CSV", required = true, description = "What was really done.")
    private Path truth = Path.of("");

    @Option(names = "--compare", description = "Also what simpler algorithms make of the same events.")
    private boolean compare;

    @Override
    public Integer call() throws IOException {
        List<TruthRow> rows = TruthFile.read(truth);
        DetectionOptions.Knowledge knowledge = detection.knowledge();
        List<Verdict> verdicts = new ArrayList<>();
        detection.judge(knowledge, verdicts::add);
        List<Alarm> alarms = verdicts.stream()
                .filter(verdict -> verdict.kind() == VerdictKind.UNAUTHORISED)
                .map(Alarm::of)
                .toList();
        Score score = Score.of(rows, alarms);
        PrintWriter out = spec.commandLine().getOut();
        out.println("insider operations found     " + score.recall());
        out.println("  of those that had an effect " + score.recallOfDone());
        out.println("alarms that are of one       " + score.precision());
        out.println("levels told rightly          " + score.levelAccuracy());
        out.println("undecided                    " + undecided(verdicts));
        out.println("users' operations joined     " + joined(rows, verdicts));
        score.missed().forEach(row -> out.println("missed  " + text(row)));
        score.wrongLevels().forEach((row, alarm) -> out.println("level   " + text(row) + " told as " + text(alarm)));
        score.falseAlarms().forEach(alarm -> out.println("false   " + text(alarm)));
        if (compare) {
            List<Event> events = detection.events(knowledge);
            for (Baseline baseline : Baseline.values()) {
                Score simpler = Score.of(rows, baseline.alarms(events, knowledge.catalogue()));
                out.println("compare " + baseline.title() + ": found " + simpler.recall() + ", levels "
                        + simpler.levelAccuracy() + ", false alarms "
                        + simpler.falseAlarms().size());
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static Proportion undecided(List<Verdict> verdicts) {
        long undecided = verdicts.stream()
                .filter(verdict -> verdict.kind() == VerdictKind.UNDECIDABLE)
                .count();
        return new Proportion(undecided, verdicts.size());
    }

    /** Of the users' operations that reached the service below, those to which a verdict was given. */
    private static Proportion joined(List<TruthRow> rows, List<Verdict> verdicts) {
        List<TruthRow> users = rows.stream()
                .filter(row ->
                        row.isAuthorised() && row.isDone() && !row.request().isEmpty())
                .toList();
        long found = users.stream()
                .filter(row -> verdicts.stream().anyMatch(verdict -> isOf(row, verdict)))
                .count();
        return new Proportion(found, users.size());
    }

    private static boolean isOf(TruthRow row, Verdict verdict) {
        return verdict.kind() == VerdictKind.AUTHORISED
                && verdict.chain().stream().anyMatch(evidence -> evidence.key().equals(row.request()));
    }

    private static String text(TruthRow row) {
        return row.id() + " " + time(row.from()) + " " + row.action() + " at " + row.level() + " level on "
                + (row.instance().isEmpty() ? row.domain() : row.instance()) + (row.isDone() ? "" : ", without effect");
    }

    private static String text(Alarm alarm) {
        return time(alarm.from()) + " " + alarm.operation() + " at "
                + alarm.level().map(Layer::id).orElse("no") + " level on " + alarm.object();
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
