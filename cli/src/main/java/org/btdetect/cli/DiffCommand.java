package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.LibraryComparison;
import org.btdetect.tree.diff.LibraryDiff;
import org.btdetect.tree.diff.TracePointComparison;
import org.btdetect.tree.diff.io.AcceptFile;
import org.btdetect.tree.diff.io.AcceptFileException;
import org.btdetect.tree.diff.io.DiffFormat;
import org.btdetect.tree.diff.io.DiffReport;
import org.btdetect.tree.io.LibraryPair;
import org.btdetect.tree.io.TreeLibraryReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code btdetect diff}: what changed between two tree libraries. */
@Command(
        name = "diff",
        description = {
            "Tells what changed between two tree libraries, each change once, with its places on both sides.",
            "",
            "A change is of a kind and the kind of a severity: surface, an operation can reach something new below; order,"
                    + " the same happens in another order, under another condition or another number of times; evidence,"
                    + " what a detector relies on is gone or looks different; refactoring, the code changed and not what"
                    + " it does below. Renamed locals, comments and line numbers are no change."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect diff victoria zed",
            "  btdetect diff --source nova-base nova-head --format markdown",
            "  btdetect diff base head --format sarif --fail-on surface --accept accepted.json > diff.sarif"
        })
final class DiffCommand implements Callable<Integer> {
    private static final int MOST_ENTRIES = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The older library: a folder, or a name below output.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer library.")
    private String after = "";

    @Option(
            names = "--source",
            description =
                    "OLD and NEW are folders of Nova, or names of source sets, and are analysed first; what is below"
                            + " a folder of Nova is of --release or the other folders that are named.")
    private boolean source;

    @Mixin
    private final SourceOptions sources = new SourceOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DiffFormat format = DiffFormat.TEXT;

    @Option(
            names = "--write",
            paramLabel = "FORMAT=FILE",
            description = "Also writes the difference in this format into a file; may be repeated.")
    private Map<DiffFormat, Path> files = new EnumMap<>(DiffFormat.class);

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            description = "Exit with 1 when there is a change of this kind, or of this severity or a graver one; may be"
                    + " repeated.")
    private List<String> failOn = new ArrayList<>();

    @Option(
            names = "--accept",
            paramLabel = "FILE",
            description = "A JSON list of changes that do not count for --fail-on, each with a reason and the day on"
                    + " which that ends.")
    private @Nullable Path accept;

    @Override
    public Integer call() throws IOException {
        Threshold threshold = Threshold.of(failOn);
        AcceptFile accepted = accepted();
        return report(source ? compareSources() : compareFolders(), accepted, threshold);
    }

    private LibraryDiff compareFolders() throws IOException {
        Path olderFolder = LibraryOption.resolve(Path.of(before));
        Path newerFolder = LibraryOption.resolve(Path.of(after));
        LibraryPair libraries =
                LibraryPair.read(TreeLibraryReader.open(olderFolder), TreeLibraryReader.open(newerFolder));
        return compare(
                new ComparedLibrary(libraries.before(), ComparedLibrary.keywords(olderFolder)),
                new ComparedLibrary(libraries.after(), ComparedLibrary.keywords(newerFolder)));
    }

    private LibraryDiff compareSources() throws IOException {
        StageLine stages = new StageLine(spec, false);
        ComparedLibrary older = ComparedLibrary.of(sources.sources(before, Messages.progress(spec, false)), stages);
        ComparedLibrary newer = ComparedLibrary.of(sources.sources(after, Messages.progress(spec, false)), stages);
        stages.clear();
        return compare(older, newer);
    }

    private LibraryDiff compare(ComparedLibrary older, ComparedLibrary newer) throws IOException {
        checkComparable(older.trees().index(), newer.trees().index());
        LibraryDiff diff = LibraryComparison.compare(older.trees(), newer.trees());
        boolean none = older.keywords().tracePoints().isEmpty();
        if (none != newer.keywords().tracePoints().isEmpty()) {
            say("only one of the libraries has trace points: they are not compared");
            return diff;
        }
        return diff.and(TracePointComparison.compare(older.keywords(), newer.keywords()));
    }

    private AcceptFile accepted() throws IOException {
        try {
            return accept == null ? AcceptFile.none() : AcceptFile.read(accept);
        } catch (AcceptFileException failure) {
            throw new UsageException(String.valueOf(failure.getMessage()));
        }
    }

    /** Two libraries without actions are equal and say nothing. */
    private void checkComparable(LibraryIndex older, LibraryIndex newer) throws IOException {
        if (older.entries().isEmpty() || newer.entries().isEmpty()) {
            throw new IOException("nothing to compare: a library has no actions");
        }
        Provenance was = older.provenance();
        Provenance is = newer.provenance();
        if (!was.tool().equals(is.tool())) {
            say("the libraries were derived by different versions of btdetect (" + was.tool() + ", " + is.tool()
                    + "): some differences may come from that");
        }
        if (!was.profile().equals(is.profile())) {
            say("the libraries were derived for different deployments (" + was.profile() + "; " + is.profile() + ")");
        }
    }

    private int report(LibraryDiff diff, AcceptFile accepted, Threshold threshold) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        DiffReport report = new DiffReport(diff, accepted.accepted(diff, today));
        for (Map.Entry<DiffFormat, Path> file : files.entrySet()) {
            Files.writeString(file.getValue(), file.getKey().text(report));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.text(report));
        out.flush();
        accepted.expired(today)
                .forEach(entry -> say("an accepted change has expired on " + entry.expires() + ": "
                        + entry.kind().id() + " in " + entry.function()));
        accepted.unused(diff)
                .forEach(entry ->
                        say("an accepted change is no more: " + entry.kind().id() + " in " + entry.function()));
        List<Change> failing =
                report.open().stream().filter(threshold::isReached).toList();
        if (failing.isEmpty()) {
            return ExitCode.DONE;
        }
        explain(failing);
        return ExitCode.FINDINGS;
    }

    private void explain(List<Change> failing) {
        say(failing.size() + (failing.size() == 1 ? " change reaches" : " changes reach") + " --fail-on "
                + String.join(",", failOn) + ". To accept, add to the list in the file of --accept, with a reason and a"
                + " day such as 2030-12-31:");
        PrintWriter err = spec.commandLine().getErr();
        failing.stream().limit(MOST_ENTRIES).forEach(change -> err.println(AcceptFile.entryFor(change)));
        if (failing.size() > MOST_ENTRIES) {
            say((failing.size() - MOST_ENTRIES) + " more");
        }
        err.flush();
    }

    private void say(String line) {
        Messages.progress(spec, false).say(line);
    }
}
