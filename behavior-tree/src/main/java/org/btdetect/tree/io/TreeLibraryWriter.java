package org.btdetect.tree.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.client.ClientCatalog;

/** Writes tree libraries, all of a library or nothing. */
public final class TreeLibraryWriter {
    private TreeLibraryWriter() {}

    /** Writes a library in place of the one that is there. */
    public static void write(TreeLibrary library, Path folder) throws IOException {
        write(library, folder, fresh -> {});
    }

    /** Writes a library in place of the one that is there, with further files that {@code more} writes into its folder. */
    public static void write(TreeLibrary library, Path folder, LibraryFiller more) throws IOException {
        checkReplaceable(folder);
        AtomicFolder.write(folder, fresh -> {
            Files.createDirectories(fresh.resolve("trees"));
            writeAtOnce(library, more, fresh);
            Files.writeString(LibraryLayout.index(fresh), LibraryJson.write(library.index()));
        });
    }

    /** Trees and further files, by several threads. */
    private static void writeAtOnce(TreeLibrary library, LibraryFiller more, Path folder) throws IOException {
        ForkJoinTask<?> filling = ForkJoinTask.adapt(() -> fill(more, folder)).fork();
        try {
            library.trees().parallelStream().forEach(tree -> writeTree(tree, folder));
            filling.join();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            filling.quietlyJoin();
        }
    }

    private static void fill(LibraryFiller more, Path folder) {
        try {
            more.fill(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void writeTree(BehaviorTree tree, Path folder) {
        try (Writer out = Files.newBufferedWriter(LibraryLayout.tree(folder, tree.name()))) {
            GraphMlWriter.write(tree, out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes who starts the library's actions into a library's folder. */
    public static void writeClients(ClientCatalog clients, Path folder) throws IOException {
        AtomicFile.write(LibraryLayout.clients(folder), ClientsJson.write(clients));
    }

    /** Writes the full view of a tree into a library's folder. */
    public static void writeFull(BehaviorTree tree, Path folder) throws IOException {
        Path file = LibraryLayout.fullTree(folder, tree.name());
        Files.createDirectories(folder.resolve("full"));
        AtomicFile.write(file, TreeJson.write(tree));
    }

    /** A folder that holds something else than a library was most likely named by mistake. */
    private static void checkReplaceable(Path folder) throws IOException {
        if (Files.notExists(folder) || Files.exists(LibraryLayout.index(folder))) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new NoLibraryException(folder + " exists and is no tree library; it is left as it is");
    }
}
