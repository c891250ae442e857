package org.btdetect.tree.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Fills a folder beside its place and moves it there when it is complete, so that nothing half is ever to be seen. */
final class AtomicFolder {
    private AtomicFolder() {}

    /** Replaces the target, if it is there, by the folder that {@code filling} fills. */
    static void write(Path target, LibraryFiller filling) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null) {
            throw new NoLibraryException(target + " cannot be replaced by a tree library");
        }
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "." + place.getFileName() + ".new");
        try {
            Path folder = Files.createDirectory(fresh.resolve("library"));
            filling.fill(folder);
            replace(place, folder, fresh.resolve("replaced"));
        } finally {
            delete(fresh);
        }
    }

    private static void replace(Path place, Path folder, Path replaced) throws IOException {
        boolean exists = Files.exists(place);
        if (exists) {
            Files.move(place, replaced, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (exists) {
                Files.move(replaced, place, StandardCopyOption.ATOMIC_MOVE);
            }
            throw failure;
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
