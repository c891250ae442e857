package org.btdetect.tree.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.btdetect.tree.BehaviorTree;

/** A format that trees are exported to, one file a tree. */
public enum ExportFormat {
    /** For graph programs. */
    GRAPHML(GraphMlWriter::write),
    /** For programs of any kind. */
    JSON(TreeJson::write),
    /** For Graphviz. */
    DOT(DotWriter::write);

    private final Function<BehaviorTree, String> writer;

    ExportFormat(Function<BehaviorTree, String> writer) {
        this.writer = writer;
    }

    /** Writes the tree into a folder, in a file named after its action, and returns the file. */
    public Path write(BehaviorTree tree, Path folder) throws IOException {
        Files.createDirectories(folder);
        String extension = "." + name().toLowerCase(Locale.ROOT);
        Path file = folder.resolve(FileNames.of(tree.name()) + extension);
        AtomicFile.write(file, writer.apply(tree));
        return file;
    }

    /** Returns the name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
