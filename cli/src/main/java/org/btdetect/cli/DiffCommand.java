package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.LibraryComparison;
import org.btdetect.tree.diff.LibraryDiff;
import org.btdetect.tree.diff.io.AcceptFile;
import org.btdetect.tree.diff.io.AcceptFileException;
import org.btdetect.tree.diff.io.DiffFormat;
import org.btdetect.tree.diff.io.DiffReport;
import org.btdetect.tree.io.LibraryPair;
import org.btdetect.tree.io.TreeLibraryReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            "  btdetect diff base head --format markdown",
            "  btdetect diff base head --format sarif --fail-on surface --accept accepted.json > diff.sarif"
        })
final class DiffCommand implements Callable<Integer> {
    private static final int MOST_ENTRIES = 20;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The older library: a folder, or a name below output.")
    @SuppressWarnings("NullAway.Init") // required
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The newer library.")
    @SuppressWarnings("NullAway.Init") // required
    private Path after;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DiffFormat format = DiffFormat.TEXT;

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
        TreeLibraryReader older = TreeLibraryReader.open(LibraryOption.resolve(before));
        TreeLibraryReader newer = TreeLibraryReader.open(LibraryOption.resolve(after));
        checkComparable(older, newer);
        LibraryPair libraries = LibraryPair.read(older, newer);
        LibraryDiff diff = LibraryComparison.compare(libraries.before(), libraries.after());
        return report(diff, accepted, threshold);
    }

    private AcceptFile accepted() throws IOException {
        try {
            return accept == null ? AcceptFile.none() : AcceptFile.read(accept);
        } catch (AcceptFileException failure) {
            throw new UsageException(String.valueOf(failure.getMessage()));
        }
    }

    /** Two libraries without actions are equal and say nothing. */
    private void checkComparable(TreeLibraryReader older, TreeLibraryReader newer) throws IOException {
        if (older.index().entries().isEmpty() || newer.index().entries().isEmpty()) {
            throw new IOException("nothing to compare: a library has no actions");
        }
        Provenance was = older.index().provenance();
        Provenance is = newer.index().provenance();
        if (!was.tool().equals(is.tool())) {
            say("the libraries were derived by different versions of btdetect (" + was.tool() + ", " + is.tool()
                    + "): some differences may come from that");
        }
        if (!was.profile().equals(is.profile())) {
            say("the libraries were derived for different deployments (" + was.profile() + "; " + is.profile() + ")");
        }
    }

    private int report(LibraryDiff diff, AcceptFile accepted, Threshold threshold) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        DiffReport report = new DiffReport(diff, accepted.accepted(diff, today));
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
