package org.btdetect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.keyword.overlap.Overlaps;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.io.TreeLibraryReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect overlaps}: which actions records tell apart. */
@Command(
        name = "overlaps",
        description = {
            "Tells, for each layer, which actions its records tell apart and which look alike.",
            "",
            "It compares which records actions may leave while nothing fails. Order and number of records are not compared, so"
                    + " actions that look alike may yet differ in them."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  btdetect overlaps", "  btdetect overlaps --level info --format json"})
final class OverlapsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(
            names = "--level",
            paramLabel = "L",
            description = "The lowest level that is logged: ${COMPLETION-CANDIDATES} (default: debug).")
    private Level level = Level.DEBUG;

    @Option(names = "--format", paramLabel = "F", description = "${COMPLETION-CANDIDATES} (default: text).")
    private ReportFormat format = ReportFormat.TEXT;

    @Override
    public Integer call() throws IOException {
        TreeLibraryReader reader = library.open();
        List<BehaviorTree> trees = trees(reader);
        Overlaps overlaps = Overlaps.of(trees, KeywordFile.read(library.folder()), level);
        PrintWriter out = spec.commandLine().getOut();
        out.print(format == ReportFormat.JSON ? OverlapJson.write(overlaps) : OverlapText.write(overlaps));
        out.flush();
        return ExitCode.DONE;
    }

    private static List<BehaviorTree> trees(TreeLibraryReader reader) throws IOException {
        List<BehaviorTree> trees = new ArrayList<>();
        for (LibraryEntry entry : reader.index().entries()) {
            trees.add(reader.tree(entry.name()));
        }
        return trees;
    }
}
