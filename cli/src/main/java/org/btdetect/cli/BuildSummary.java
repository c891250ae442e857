package org.btdetect.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.btdetect.grow.GrownLibrary;
import org.btdetect.tree.Counts;
import org.btdetect.tree.TreeLibrary;
import picocli.CommandLine.Model.CommandSpec;

/** What a build made and what it could not follow. */
final class BuildSummary {
    private static final int MOST_PROBLEMS = 20;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean quiet;

    BuildSummary(CommandSpec spec, boolean quiet) {
        this.out = spec.commandLine().getOut();
        this.err = spec.commandLine().getErr();
        this.quiet = quiet;
    }

    void print(TreeLibrary library, GrownLibrary grown, Path folder) {
        grown.problems().stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> err.println("btdetect: not read: " + problem));
        if (grown.problems().size() > MOST_PROBLEMS) {
            err.println("btdetect: not read: " + (grown.problems().size() - MOST_PROBLEMS) + " more places");
        }
        err.flush();
        if (!quiet) {
            summary(library, folder);
        }
        out.flush();
    }

    private void summary(TreeLibrary library, Path folder) {
        Counts counts = library.index().provenance().counts();
        int nodes = library.index().entries().stream()
                .mapToInt(entry -> entry.nodes())
                .sum();
        double share = counts.calls() == 0 ? 0 : 100.0 * counts.unresolvedCalls() / counts.calls();
        out.println(folder + ": " + library.trees().size() + " trees with " + nodes + " nodes");
        library.index()
                .provenance()
                .components()
                .forEach(component -> out.println(
                        "  " + component.name() + " " + component.version() + " (" + component.origin() + ")"));
        out.println(String.format(
                Locale.ROOT,
                "  %d files read, %d not or not whole; %d call sites on the way, %d (%.1f %%) not followed",
                counts.files(),
                counts.unparsed(),
                counts.calls(),
                counts.unresolvedCalls(),
                share));
    }
}
