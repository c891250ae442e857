package org.btdetect.tree.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.btdetect.tree.BehaviorTree;

/** A format that trees are exported to, one file a tree. */
public enum ExportFormat {
    /** For graph programs. */
    GRAPHML,
    /** For programs of any kind. */
    JSON,
    /** For Graphviz. */
    DOT;

    /** Returns the tree as text. */
    public String text(BehaviorTree tree) {
        return switch (this) {
            case GRAPHML -> GraphMlWriter.write(tree);
            case JSON -> TreeJson.write(tree);
            case DOT -> DotWriter.write(tree);
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
