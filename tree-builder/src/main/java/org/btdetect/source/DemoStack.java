package org.btdetect.source;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The small hand-written stack that comes with the program: every kind of crossing, without fetching anything. Its files stand in a
 * temporary folder until it is closed.
 */
public final class DemoStack implements AutoCloseable {
    private static final String NAME = "demo";
    private static final String FOLDER = "/demo";
    // A jar may have no entries for folders, so the stack is found by one of its files.
    private static final String KNOWN_FILE = FOLDER + "/nova/PKG-INFO";

    private final Path folder;

    private DemoStack(Path folder) {
        this.folder = folder;
    }

    /** @throws SourceException when the stack cannot be unpacked */
    public static DemoStack open() {
        URL known = DemoStack.class.getResource(KNOWN_FILE);
        if (known == null) {
            throw new IllegalStateException("the class path lacks " + KNOWN_FILE);
        }
        try {
            DemoStack stack = new DemoStack(Files.createTempDirectory("btdetect-demo"));
            copyFrom(known.toURI(), stack.folder);
            return stack;
        } catch (IOException | URISyntaxException e) {
            throw SourceException.unavailable("cannot unpack the demonstration", e);
        }
    }

    public SourceSet sources() {
        Map<ComponentKind, Path> roots = new EnumMap<>(ComponentKind.class);
        for (ComponentKind kind : ComponentKind.values()) {
            Path root = folder.resolve(kind.id());
            if (Files.isDirectory(root)) {
                roots.put(kind, root);
            }
        }
        return new SourceDirectories(new NovaSeries(List.of())).open(Optional.of(NAME), roots);
    }

    @Override
    public void close() {
        try {
            SourceCache.delete(folder);
        } catch (IOException e) {
            throw SourceException.unavailable("cannot remove " + folder, e);
        }
    }

    private static void copyFrom(URI known, Path folder) throws IOException {
        if (!known.getScheme().equals("jar")) {
            copy(Path.of(known).resolve("../..").normalize(), folder);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(known, Map.of())) {
            copy(jar.getPath(FOLDER), folder);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
