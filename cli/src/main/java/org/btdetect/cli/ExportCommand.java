package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.export.ExportFormat;
import org.btdetect.tree.export.MergedFormat;
import org.btdetect.tree.io.TreeLibraryReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code btdetect export}: writes trees for other programs. */
@Command(
        name = "export",
        description = {
            "Writes the trees of a library for other programs, one file a tree.",
            "",
            "graphml opens in Gephi, yEd and NetworkX, gexf in Gephi; json holds the same for programs, csv for spreadsheets;"
                    + " dot is drawn by Graphviz, svg is drawn by it at once; mermaid is for Markdown, as far as it draws;"
                    + " ptml and xes are process trees and logs that they replay, for ProM and PM4Py."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  btdetect export --format graphml --out graphs",
            "  btdetect export --format dot --action os-stop --out . && dot -Tsvg os-stop.dot > os-stop.svg"
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final LibraryOption library = new LibraryOption();

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init") // required
    private ExportFormat format;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write into.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(names = "--action", paramLabel = "ACTION", description = "Only this action. May be repeated.")
    private List<String> actions = new ArrayList<>();

    @Option(names = "--full", description = "Every call instead of the layered view.")
    private boolean full;

    @Option(
            names = "--merged",
            description = "One graph of all trees, with the actions at its edges: graphml, gexf or csv.")
    private boolean merged;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() throws IOException {
        TreeLibraryReader reader = library.open();
        Set<LibraryEntry> entries = new LinkedHashSet<>();
        if (actions.isEmpty()) {
            entries.addAll(reader.index().entries());
        }
        actions.forEach(action -> entries.addAll(LibraryOption.entries(reader.index(), action)));
        if (merged) {
            return merge(reader, entries);
        }
        for (LibraryEntry entry : entries) {
            format.write(full ? LibraryOption.fullTree(reader, entry.name()) : reader.tree(entry.name()), out);
        }
        String trees = entries.size() == 1 ? " tree" : " trees";
        Messages.progress(spec, quiet).say(entries.size() + trees + " written to " + out);
        return ExitCode.DONE;
    }

    private int merge(TreeLibraryReader reader, Set<LibraryEntry> entries) throws IOException {
        List<BehaviorTree> trees = new ArrayList<>();
        for (LibraryEntry entry : entries) {
            trees.add(full ? LibraryOption.fullTree(reader, entry.name()) : reader.tree(entry.name()));
        }
        Path file = MergedFormat.write(format, trees, out)
                .orElseThrow(() -> new UsageException("--merged takes graphml, gexf or csv, not " + format));
        Messages.progress(spec, quiet).say(trees.size() + " trees written to " + file);
        return ExitCode.DONE;
    }
}
