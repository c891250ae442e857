package org.btdetect.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The source sets that are on this machine: a folder for each, which appears whole or not at all.
 *
 * <p>A set's folder holds its components and the record of what they were resolved to.
 */
public final class SourceCache {
    // Raised whenever other files are taken out of packages: sets of an older layout are fetched anew.
    private static final int LAYOUT = 1;
    private static final String RECORD = "source-set.json";

    /** The name under which the client programs in Java are kept. */
    static final String JAVA_CLIENTS = "java-clients";

    private final Path folder;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** @param folder where the sets stand; it need not exist */
    public SourceCache(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /**
     * The usual place: the folder {@code sources} in {@code $BTDETECT_CACHE}, else in {@code btdetect} in
     * {@code $XDG_CACHE_HOME} or {@code ~/.cache}.
     */
    public static SourceCache ofEnvironment(Map<String, String> environment) {
        Optional<Path> own = variable(environment, "BTDETECT_CACHE");
        Path cache = own.orElseGet(() -> variable(environment, "XDG_CACHE_HOME")
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("btdetect"));
        return new SourceCache(cache.resolve("sources"));
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(v -> !v.isBlank())
                .map(Path::of);
    }

    public Path folder() {
        return folder;
    }

    /** The name under which the client programs of a set are kept: they come and go without it. */
    static String clientsOf(String set) {
        return set + "-clients";
    }

    /** The client programs that are here for a set, in Python and in Java; without components where there are none. */
    public SourceSet clients(String set) {
        List<Component> components = Stream.of(clientsOf(set), JAVA_CLIENTS)
                .flatMap(name -> find(name).stream())
                .flatMap(found -> found.components().stream())
                .toList();
        return new SourceSet(set, components);
    }

    /** The set of this name, where it is here and whole. */
    public Optional<SourceSet> find(String name) {
        Path home = folder.resolve(name);
        Path file = home.resolve(RECORD);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Resolution read = json.readValue(file.toFile(), Resolution.class);
            return Optional.of(read)
                    .filter(r -> r.layout() == LAYOUT)
                    .map(r -> r.at(home))
                    .filter(set -> set.components().stream().allMatch(c -> Files.isDirectory(c.root())));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Puts a set that was made in a working folder in its place, instead of an older one. */
    void put(SourceSet set, Path made) throws IOException {
        List<Entry> entries = set.components().stream().map(Entry::of).toList();
        json.writeValue(made.resolve(RECORD).toFile(), new Resolution(LAYOUT, set.name(), entries));
        Path home = folder.resolve(set.name());
        if (Files.exists(home)) {
            Path old = workFolder().resolve("replaced");
            Files.move(home, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(made, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Where a download is kept: under its checksum, so that sets share it. */
    Path download(PackageArchive.RemoteFile file) {
        return folder.resolve("archives").resolve(file.sha256()).resolve(file.name());
    }

    /** The folder for what is not finished yet, on the same file system as the sets. */
    Path workFolder() {
        return folder.resolve(".work");
    }

    /**
     * Runs something while no other process fetches into this cache. What an interrupted one left behind is removed
     * before and after.
     */
    <T> T exclusively(Progress progress, Exclusive<T> work) {
        try {
            Files.createDirectories(folder);
            // Closing the channel gives the lock back, as does the end of the process, however it ends.
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock(channel, progress);
                delete(workFolder());
                Files.createDirectories(workFolder());
                try {
                    return work.run();
                } finally {
                    delete(workFolder());
                }
            }
        } catch (IOException e) {
            throw SourceException.unavailable("cannot work in " + folder, e);
        }
    }

    private static void lock(FileChannel channel, Progress progress) throws IOException {
        if (channel.tryLock() == null) {
            progress.say("waiting for another btdetect that is fetching sources");
            channel.lock();
        }
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /** Work that may fail with the disk. */
    @FunctionalInterface
    interface Exclusive<T> {
        T run() throws IOException;
    }

    private record Resolution(int layout, String name, List<Entry> components) {
        SourceSet at(Path home) {
            return new SourceSet(
                    name, components.stream().map(entry -> entry.at(home)).toList());
        }
    }

    private record Entry(String component, String version, Provenance provenance) {
        static Entry of(Component component) {
            return new Entry(
                    component.kind().id(),
                    component.version(),
                    component.provenance().orElseThrow());
        }

        Component at(Path home) {
            return new Component(
                    ComponentKind.ofId(component), home.resolve(component), version, Optional.of(provenance));
        }
    }
}
