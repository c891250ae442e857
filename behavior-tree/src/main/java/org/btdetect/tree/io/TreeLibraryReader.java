package org.btdetect.tree.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.client.ClientCatalog;

/** Reads a tree library: its index at once, its trees when they are asked for. */
public final class TreeLibraryReader {
    private final Path folder;
    private final LibraryIndex index;

    private TreeLibraryReader(Path folder, LibraryIndex index) {
        this.folder = folder;
        this.index = index;
    }

    /** Opens the library in a folder. */
    public static TreeLibraryReader open(Path folder) throws IOException {
        Path file = LibraryLayout.index(folder);
        if (!Files.isRegularFile(file)) {
            String what =
                    Files.isDirectory(folder) ? " is no tree library: it has no " : " does not exist: there is no ";
            throw new NoLibraryException(folder + what + LibraryLayout.INDEX);
        }
        try {
            return new TreeLibraryReader(folder, LibraryJson.read(LibraryLayout.read(file)));
        } catch (TreeFormatException failure) {
            throw failure.in(file.toString());
        }
    }

    /** Returns what the library tells of its trees. */
    public LibraryIndex index() {
        return index;
    }

    /** Reads who starts the library's actions; empty where that was not asked when it was built. */
    public Optional<ClientCatalog> clients() throws IOException {
        Path file = LibraryLayout.clients(folder);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClientsJson.read(LibraryLayout.read(file)));
        } catch (TreeFormatException failure) {
            throw failure.in(file.toString());
        }
    }

    /** Reads the layered view of an action of the index. */
    public BehaviorTree tree(ActionName action) throws IOException {
        Path file = LibraryLayout.tree(folder, action);
        if (!Files.isRegularFile(file)) {
            throw new TreeFormatException(file + ": the tree of " + action + " is missing");
        }
        try {
            return checked(GraphMlReader.read(LibraryLayout.read(file)), action);
        } catch (TreeFormatException failure) {
            throw failure.in(file.toString());
        }
    }

    /** Reads the full view of an action, if the library has it. */
    public Optional<BehaviorTree> fullTree(ActionName action) throws IOException {
        Path file = LibraryLayout.fullTree(folder, action);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(checked(TreeJson.read(LibraryLayout.read(file)), action));
        } catch (TreeFormatException failure) {
            throw failure.in(file.toString());
        }
    }

    /** Reads the whole library in the layered view, several files at once. */
    public TreeLibrary readAll() throws IOException {
        try {
            List<BehaviorTree> trees = index.entries().parallelStream()
                    .map(entry -> unchecked(entry.name()))
                    .toList();
            return new TreeLibrary(index, trees);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    BehaviorTree unchecked(ActionName action) {
        try {
            return tree(action);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether another library has the same file for an action, to the byte. */
    boolean hasSameFile(ActionName action, TreeLibraryReader other) {
        Path theirs = LibraryLayout.tree(other.folder, action);
        try {
            return Files.isRegularFile(theirs) && Files.mismatch(LibraryLayout.tree(folder, action), theirs) < 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BehaviorTree checked(BehaviorTree tree, ActionName action) throws TreeFormatException {
        if (!tree.name().equals(action)) {
            throw new TreeFormatException("the tree of " + tree.name() + " stands where that of " + action + " should");
        }
        return tree;
    }
}
