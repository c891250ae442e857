package org.btdetect.tree.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.io.AtomicFile;

/** A whole library in one graph. */
public final class MergedFormat {
    private MergedFormat() {}

    /**
     * Writes the graph of all trees into a file {@code merged.FORMAT} of a folder.
     *
     * @return the file; nothing where the format is not one of graphs
     */
    public static Optional<Path> write(ExportFormat format, List<BehaviorTree> trees, Path folder) throws IOException {
        ExportGraph graph = MergedGraph.of(trees);
        String text = switch (format) {
            case GRAPHML -> GraphText.graphMl(graph);
            case GEXF -> GraphText.gexf(graph);
            case CSV -> CsvWriter.write(graph);
            case JSON, DOT, SVG, MERMAID, PTML, XES -> "";
        };
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        Path file = folder.resolve("merged." + format);
        AtomicFile.write(file, text);
        return Optional.of(file);
    }
}
