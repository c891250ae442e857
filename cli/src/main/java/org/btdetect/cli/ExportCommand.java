package org.btdetect.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.io.ExportFormat;
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
            "graphml opens in Gephi, yEd and NetworkX; json holds the same for programs; dot is drawn by Graphviz."
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
        for (LibraryEntry entry : entries) {
            format.write(full ? LibraryOption.fullTree(reader, entry.name()) : reader.tree(entry.name()), out);
        }
        String trees = entries.size() == 1 ? " tree" : " trees";
        Messages.progress(spec, quiet).say(entries.size() + trees + " written to " + out);
        return ExitCode.DONE;
    }
}
