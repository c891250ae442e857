package org.btdetect.grow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The source files below some files and folders.
 *
 * @param root the folder that holds them all
 * @param files their paths relative to the root, with {@code /}, sorted
 */
record ProgramFiles(Path root, List<String> files) {

    private static final long MOST_BYTES = 64L << 20;

    ProgramFiles {
        files = List.copyOf(files);
    }

    /**
     * Lists them; links are not followed.
     *
     * @throws UncheckedIOException where a folder cannot be read
     */
    static ProgramFiles below(List<Path> paths) {
        List<Path> absolute =
                paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        Path root = absolute.stream()
                .map(path -> Files.isDirectory(path) ? path : path.resolveSibling(""))
                .reduce(ProgramFiles::common)
                .orElseThrow();
        TreeSet<String> files = new TreeSet<>();
        for (Path path : absolute) {
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(file -> isSource(file) && Files.isRegularFile(file))
                        .map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .forEach(files::add);
            } catch (IOException failure) {
                throw new UncheckedIOException(path + ": " + failure.getMessage(), failure);
            }
        }
        return new ProgramFiles(root, List.copyOf(files));
    }

    private static Path common(Path one, Path other) {
        Path shared = one;
        while (!other.startsWith(shared)) {
            Path parent = shared.getParent();
            if (parent == null) {
                return shared;
            }
            shared = parent;
        }
        return shared;
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return isPython(name) || isC(name);
    }

    static boolean isPython(String file) {
        return file.endsWith(".py");
    }

    static boolean isC(String file) {
        return file.endsWith(".c") || file.endsWith(".h");
    }

    /** Whether a file is too large to be a source that a person wrote. */
    boolean isTooLarge(String file) {
        try {
            return Files.size(root.resolve(file)) > MOST_BYTES;
        } catch (IOException unreadable) {
            return true;
        }
    }

    List<String> python() {
        return files.stream().filter(ProgramFiles::isPython).toList();
    }

    List<String> c() {
        return files.stream().filter(ProgramFiles::isC).toList();
    }
}
