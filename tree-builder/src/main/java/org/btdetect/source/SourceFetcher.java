package org.btdetect.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.btdetect.source.PackageArchive.NotInArchive;
import org.btdetect.source.PackageArchive.RemoteFile;

/**
 * Fetches source sets from a package archive into the cache: picks, downloads, unpacks, records.
 *
 * <p>A set appears in the cache whole or not at all. Downloads are kept, so that an interrupted fetch goes on where it
 * stopped.
 */
public final class SourceFetcher {
    private final SourceCatalog catalog;
    private final SourceCache cache;
    private final Function<Path, PackageArchive> archives;
    private final Progress progress;
    private final VersionRecognition versions;

    /** @param archives makes the archive's client, given an empty folder to work in */
    SourceFetcher(
            SourceCatalog catalog, SourceCache cache, Function<Path, PackageArchive> archives, Progress progress) {
        this.catalog = catalog;
        this.cache = cache;
        this.archives = archives;
        this.progress = progress;
        this.versions = new VersionRecognition(catalog.series());
    }

    /** A fetcher that uses the machine's own apt, with the archive that apt or the user names. */
    public static SourceFetcher ofMachine(
            SourceCatalog catalog, SourceCache cache, AptSettings settings, Progress progress) {
        return new SourceFetcher(catalog, cache, folder -> settings.archive(catalog, folder), progress);
    }

    /**
     * The set, from the cache where it is there.
     *
     * @throws SourceException when it cannot be had; the cache is then as it was
     */
    public SourceSet obtain(SetDefinition definition) {
        return cache.find(definition.name()).orElseGet(() -> fetch(definition, false));
    }

    /** The set as the archive has it now, also where an older one is in the cache. */
    public SourceSet refresh(SetDefinition definition) {
        return fetch(definition, true);
    }

    /**
     * The client programs that go with a set, as far as they can be had: a stack is whole without them, so that one which is not to
     * be had is said and left out.
     *
     * @param again whether to fetch what is here, too
     */
    public SourceSet obtainClients(SetDefinition definition, boolean again) {
        String name = SourceCache.clientsOf(definition.name());
        return cache.exclusively(progress, () -> {
            Optional<SourceSet> there = again ? Optional.empty() : cache.find(name);
            return there.isPresent() ? there.get() : fetchClients(definition, name);
        });
    }

    private SourceSet fetchClients(SetDefinition definition, String name) throws IOException {
        Path made = Files.createDirectories(cache.workFolder().resolve(name));
        PackagePicker picker = picker(definition);
        List<Component> components = new ArrayList<>();
        for (PackageRequest request : catalog.clients()) {
            try {
                components.add(unpack(picker.pick(request), made));
            } catch (SourceException e) {
                progress.say("note: going on without " + request.name() + ": " + e.getMessage());
            }
        }
        cache.put(new SourceSet(name, components), made);
        return new SourceSet(name, components);
    }

    /** The client programs in Java, which are the same for every set. */
    public SourceSet obtainJavaClients(boolean again) {
        return cache.exclusively(progress, () -> {
            Optional<SourceSet> there = again ? Optional.empty() : cache.find(SourceCache.JAVA_CLIENTS);
            return there.isPresent() ? there.get() : fetchJavaClients();
        });
    }

    private SourceSet fetchJavaClients() throws IOException {
        Path made = Files.createDirectories(cache.workFolder().resolve(SourceCache.JAVA_CLIENTS));
        MavenArchives archives = new MavenArchives(cache.workFolder().resolve("maven"), progress);
        List<Component> components = new ArrayList<>();
        for (MavenRequest request : catalog.maven()) {
            try {
                components.add(archives.unpacked(request, made));
            } catch (SourceException e) {
                progress.say("note: going on without " + request.artifact() + ": " + e.getMessage());
            }
        }
        if (!components.isEmpty()) {
            cache.put(new SourceSet(SourceCache.JAVA_CLIENTS, components), made);
        }
        return new SourceSet(SourceCache.JAVA_CLIENTS, components);
    }

    private SourceSet fetch(SetDefinition definition, boolean again) {
        return cache.exclusively(progress, () -> {
            // Another process may have fetched it while this one waited.
            Optional<SourceSet> there = again ? Optional.empty() : cache.find(definition.name());
            return there.isPresent() ? there.get() : fetchNow(definition);
        });
    }

    private SourceSet fetchNow(SetDefinition definition) throws IOException {
        Path made = Files.createDirectories(cache.workFolder().resolve(definition.name()));
        PackagePicker picker = picker(definition);
        List<Component> components = new ArrayList<>();
        for (PackageRequest request : catalog.packages()) {
            components.add(unpack(picker.pick(request), made));
        }
        cache.put(new SourceSet(definition.name(), components), made);
        return cache.find(definition.name())
                .orElseThrow(() -> SourceException.unavailable("the fetched set is not readable in " + cache.folder()));
    }

    private PackagePicker picker(SetDefinition definition) throws IOException {
        PackageArchive archive =
                archives.apply(Files.createDirectories(cache.workFolder().resolve("apt")));
        return new PackagePicker(
                catalog.series(),
                catalog.seriesIndex(definition),
                new OpenSuites(archive, definition.suites(), true, progress),
                new OpenSuites(archive, definition.standIns(), false, progress),
                this::download,
                progress);
    }

    private Path download(Offer offer, RemoteFile file) throws IOException, NotInArchive {
        Path kept = cache.download(file);
        if (Files.isRegularFile(kept) && ContentHash.of(kept).equals(file.sha256())) {
            return kept;
        }
        progress.say("downloading %s %s from %s (%.1f MB)"
                .formatted(
                        offer.request().name(),
                        offer.version().text(),
                        offer.suite().name(),
                        file.size() / 1e6));
        Path part = cache.workFolder().resolve("part");
        Files.deleteIfExists(part);
        offer.suite().download(file, part);
        String sha256 = ContentHash.of(part);
        if (!sha256.equals(file.sha256())) {
            throw SourceException.unavailable(
                    file.name() + " has the checksum " + sha256 + ", the archive's index says " + file.sha256());
        }
        Files.createDirectories(kept.getParent());
        return Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    private Component unpack(PackagePicker.Picked picked, Path made) {
        ComponentKind kind = picked.request().component();
        Path root = made.resolve(kind.id());
        Unpacker.Relocation relocation = picked.request().form() == PackageRequest.Form.BINARY
                ? Unpacker.Relocation::belowPythonPackages
                : Unpacker.Relocation::withoutFirstFolder;
        FileSelection selection = FileSelection.of(kind);
        Unpacker.Report report =
                new Unpacker(UnpackLimits.DEFAULT).unpack(picked.archive(), root, relocation, selection::includes);
        if (report.files() == 0) {
            throw SourceException.unavailable(picked.provenance().file() + " holds no sources of " + kind.id());
        }
        String version = versions.version(kind, root);
        progress.say("%s %s: %d files, %d others passed over"
                .formatted(kind.id(), version, report.files(), report.passedOver()));
        return new Component(kind, root, version, Optional.of(picked.provenance()));
    }
}
