package org.btdetect.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.btdetect.source.PackageArchive.NotInArchive;
import org.btdetect.source.PackageArchive.RemoteFile;
import org.btdetect.source.PackageArchive.Suite;

/**
 * Fetches a source set from a package archive into the cache.
 *
 * <p>Of each package the newest version that the archive can really give is taken: first from the set's own suites,
 * preferring Nova versions of the set's series, then from the suites that stand in. An archive's index may list what the
 * archive no longer has.
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

    private SourceSet fetch(SetDefinition definition, boolean again) {
        return cache.exclusively(progress, () -> {
            Optional<SourceSet> there = again ? Optional.empty() : cache.find(definition.name());
            return there.isPresent() ? there.get() : fetchNow(definition);
        });
    }

    private SourceSet fetchNow(SetDefinition definition) throws IOException {
        Path made = Files.createDirectories(cache.workFolder().resolve(definition.name()));
        Path aptFolder = Files.createDirectories(cache.workFolder().resolve("apt"));
        PackageArchive archive = archives.apply(aptFolder);
        Suites own = new Suites(archive, definition.suites(), true);
        Suites standIns = new Suites(archive, definition.standIns(), false);
        List<Component> components = new ArrayList<>();
        for (PackageRequest request : catalog.packages()) {
            Taken taken = take(definition, request, own, standIns);
            components.add(unpack(taken, made));
        }
        cache.put(new SourceSet(definition.name(), components), made);
        return cache.find(definition.name())
                .orElseThrow(() -> SourceException.unavailable("the fetched set is not readable in " + cache.folder()));
    }

    private Taken take(SetDefinition definition, PackageRequest request, Suites own, Suites standIns)
            throws IOException {
        List<String> missing = new ArrayList<>();
        Optional<Taken> taken = takeFirst(own.offers(request, preference(definition, request)), missing);
        if (taken.isEmpty() && !definition.standIns().isEmpty()) {
            String where = String.join(", ", definition.suites());
            progress.say(request.name() + " is not to be had from " + where + ", looking for one that can stand in");
            taken = takeFirst(standIns.offers(request, preference(definition, request)), missing);
        }
        Taken found = taken.orElseThrow(() -> SourceException.unavailable(nowhere(definition, request, missing)));
        Optional<String> note = note(definition, found, missing);
        note.ifPresent(text -> progress.say("note: " + text));
        return found.with(note);
    }

    private Optional<Taken> takeFirst(List<Offer> offers, List<String> missing) throws IOException {
        for (Offer offer : offers) {
            RemoteFile file = offer.suite().locate(offer.request(), offer.version());
            try {
                return Optional.of(new Taken(offer, file, download(offer, file), Optional.empty()));
            } catch (NotInArchive e) {
                progress.say(file.name() + " is listed and not there");
                missing.add(offer.version().text() + " (" + offer.suite().name() + ")");
            }
        }
        return Optional.empty();
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

    private Component unpack(Taken taken, Path made) {
        PackageRequest request = taken.offer().request();
        ComponentKind kind = request.component();
        Path root = made.resolve(kind.id());
        Unpacker.Relocation relocation = request.form() == PackageRequest.Form.BINARY
                ? Unpacker.Relocation::belowPythonPackages
                : Unpacker.Relocation::withoutFirstFolder;
        FileSelection selection = FileSelection.of(kind);
        Unpacker.Report report =
                new Unpacker(UnpackLimits.DEFAULT).unpack(taken.archive(), root, relocation, selection::includes);
        if (report.files() == 0) {
            throw SourceException.unavailable(taken.file().name() + " holds no sources of " + kind.id());
        }
        String version = versions.version(kind, root);
        progress.say("%s %s: %d files, %d others passed over"
                .formatted(kind.id(), version, report.files(), report.passedOver()));
        return new Component(kind, root, version, Optional.of(taken.provenance()));
    }

    private Comparator<Offer> preference(SetDefinition definition, PackageRequest request) {
        Comparator<Offer> newest = Comparator.comparing(Offer::version).reversed();
        if (request.component() != ComponentKind.NOVA) {
            return newest;
        }
        // A suite that is still moving may have gone on to the next series.
        return Comparator.<Offer, Boolean>comparing(offer -> !isOfSeries(offer, definition))
                .thenComparing(newest);
    }

    private boolean isOfSeries(Offer offer, SetDefinition definition) {
        return catalog.series()
                .indexOfVersion(offer.version().upstream())
                .equals(Optional.of(catalog.seriesIndex(definition)));
    }

    private Optional<String> note(SetDefinition definition, Taken taken, List<String> missing) {
        Offer offer = taken.offer();
        List<String> notes = new ArrayList<>();
        if (!definition.suites().contains(offer.suite().name())) {
            notes.add("it stands in for one of " + String.join(", ", definition.suites()));
        }
        if (!missing.isEmpty()) {
            notes.add("the archive lists and does not have " + String.join(", ", missing));
        }
        if (offer.request().component() == ComponentKind.NOVA && !isOfSeries(offer, definition)) {
            notes.add("the suite has moved on from the series " + definition.name());
        }
        return notes.isEmpty()
                ? Optional.empty()
                : Optional.of("%s is %s of %s: %s"
                        .formatted(
                                offer.request().name(),
                                offer.version().text(),
                                offer.suite().name(),
                                String.join("; ", notes)));
    }

    private static String nowhere(SetDefinition definition, PackageRequest request, List<String> missing) {
        return missing.isEmpty()
                ? "the archive lists no " + request.name() + " in " + String.join(", ", definition.suites())
                : "the archive lists " + request.name() + " and has none of it: " + String.join(", ", missing);
    }

    private record Offer(PackageRequest request, DebianVersion version, Suite suite) {}

    private record Taken(Offer offer, RemoteFile file, Path archive, Optional<String> note) {
        Taken with(Optional<String> newNote) {
            return new Taken(offer, file, archive, newNote);
        }

        Provenance provenance() {
            return new Provenance(
                    offer.request().name(),
                    offer.version().text(),
                    offer.suite().name(),
                    file.name(),
                    file.sha256(),
                    note);
        }
    }

    /** Some suites, each opened when the first package is asked for. */
    private final class Suites {
        private final PackageArchive archive;
        private final List<String> names;
        private final boolean firstIsRequired;
        private final List<Suite> open = new ArrayList<>();
        private boolean tried;

        Suites(PackageArchive archive, List<String> names, boolean firstIsRequired) {
            this.archive = archive;
            this.names = names;
            this.firstIsRequired = firstIsRequired;
        }

        List<Offer> offers(PackageRequest request, Comparator<Offer> order) {
            if (!tried) {
                tried = true;
                names.forEach(this::open);
            }
            return open.stream()
                    .flatMap(suite -> suite.versions(request).stream().map(v -> new Offer(request, v, suite)))
                    .sorted(order)
                    .toList();
        }

        /** A set's first suite is the set itself; any other one only adds to it. */
        private void open(String name) {
            progress.say("reading the index of " + name);
            try {
                open.add(archive.open(name));
            } catch (SourceException e) {
                if (firstIsRequired && name.equals(names.get(0))) {
                    throw e;
                }
                progress.say("note: going on without " + name + ": " + e.getMessage());
            }
        }
    }
}
