package org.btdetect.tree.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.io.AtomicFile;
import org.btdetect.tree.io.DotWriter;
import org.btdetect.tree.io.FileNames;
import org.btdetect.tree.io.GraphMlWriter;
import org.btdetect.tree.io.TreeJson;

/** A format that trees are exported to, one file a tree. */
public enum ExportFormat {
    /** For graph programs. */
    GRAPHML,
    /** For programs of any kind. */
    JSON,
    /** For Graphviz. */
    DOT,
    /** A drawing, laid out by Graphviz. */
    SVG,
    /** For Markdown. */
    MERMAID,
    /** For Gephi. */
    GEXF,
    /** For spreadsheets: one row a node. */
    CSV,
    /** A process tree, for ProM and PM4Py. */
    PTML,
    /** A log that the process tree replays, for ProM and PM4Py. */
    XES;

    /** Returns the tree as text. */
    public String text(BehaviorTree tree) throws IOException {
        return switch (this) {
            case GRAPHML -> GraphMlWriter.write(tree);
            case JSON -> TreeJson.write(tree);
            case DOT -> DotWriter.write(tree);
            case SVG -> Graphviz.svg(DotWriter.write(tree));
            case MERMAID -> MermaidWriter.write(tree);
            case GEXF -> GraphText.gexf(TreeGraph.of(tree));
            case CSV -> CsvWriter.write(tree);
            case PTML -> PtmlWriter.write(ProcessTree.of(tree), tree.name().toString());
            case XES -> XesWriter.write(ProcessTree.of(tree), tree.name().toString());
        };
    }

    /** Writes the tree into a folder, in a file named after its action, and returns the file. */
    public Path write(BehaviorTree tree, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FileNames.of(tree.name()) + "." + this);
        AtomicFile.write(file, text(tree));
        return file;
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
