package org.btdetect.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.source.PackageArchive.NotInArchive;
import org.btdetect.source.PackageArchive.RemoteFile;

/**
 * Picks the version of each of a set's packages: the newest that the archive really gives, first of the set's own suites,
 * then of those that stand in.
 *
 * <p>Versions that differ in the packaging alone have the same upstream archive. Wherever that is found, it counts for the
 * newest of them, so that the choice does not depend on which of several places still has the file.
 */
final class PackagePicker {
    private final NovaSeries series;
    private final int wantedSeries;
    private final OpenSuites own;
    private final OpenSuites standIns;
    private final Downloads downloads;
    private final Progress progress;

    /** Gets a file, from the cache or from the archive. */
    @FunctionalInterface
    interface Downloads {
        Path get(Offer offer, RemoteFile file) throws IOException, NotInArchive;
    }

    /** A package's file, on this machine, and where it came from. */
    record Picked(PackageRequest request, Path archive, Provenance provenance) {}

    /** @param wantedSeries the place of the series whose Nova is preferred to a newer one */
    PackagePicker(
            NovaSeries series,
            int wantedSeries,
            OpenSuites own,
            OpenSuites standIns,
            Downloads downloads,
            Progress progress) {
        this.series = series;
        this.wantedSeries = wantedSeries;
        this.own = own;
        this.standIns = standIns;
        this.downloads = downloads;
        this.progress = progress;
    }

    /**
     * @throws SourceException when no suite gives any version of the package
     */
    Picked pick(PackageRequest request) throws IOException {
        Search search = new Search(request);
        Optional<Picked> picked = search.among(own);
        if (picked.isEmpty() && !standIns.names().isEmpty()) {
            progress.say("%s is not to be had from %s, looking for one that can stand in"
                    .formatted(request.name(), String.join(", ", own.names())));
            picked = search.among(standIns);
        }
        Picked found = picked.orElseThrow(search::failure);
        found.provenance().note().ifPresent(note -> progress.say("note: " + note));
        return found;
    }

    private Comparator<Offer> preference(PackageRequest request) {
        Comparator<Offer> newest = Comparator.comparing(Offer::version).reversed();
        if (request.component() != ComponentKind.NOVA) {
            return newest;
        }
        // A suite that is still moving may have gone on to the next series.
        return Comparator.<Offer, Boolean>comparing(offer -> !isOfSeries(offer)).thenComparing(newest);
    }

    private boolean isOfSeries(Offer offer) {
        return series.indexOfVersion(offer.version().upstream()).equals(Optional.of(wantedSeries));
    }

    /** The search for one package, and what was listed and missing on the way. */
    private final class Search {
        private final PackageRequest request;
        private final List<Missing> missing = new ArrayList<>();
        private final Set<String> triedUris = new HashSet<>();

        private record Missing(Offer offer, RemoteFile file) {}

        Search(PackageRequest request) {
            this.request = request;
        }

        Optional<Picked> among(OpenSuites suites) throws IOException {
            for (Offer offer : suites.offers(request, preference(request))) {
                RemoteFile file = offer.suite().locate(request, offer.version());
                Optional<Path> archive = triedUris.add(file.uri()) ? get(offer, file) : Optional.empty();
                if (archive.isPresent()) {
                    return Optional.of(picked(offer, file, archive.get()));
                }
                missing.add(new Missing(offer, file));
            }
            return Optional.empty();
        }

        private Optional<Path> get(Offer offer, RemoteFile file) throws IOException {
            try {
                return Optional.of(downloads.get(offer, file));
            } catch (NotInArchive e) {
                progress.say(file.name() + " of " + offer.text() + " is listed and not there");
                return Optional.empty();
            }
        }

        private Picked picked(Offer offer, RemoteFile file, Path archive) {
            List<Offer> without = new ArrayList<>();
            Offer counted = offer;
            for (Missing candidate : missing) {
                if (candidate.file().sha256().equals(file.sha256())) {
                    counted = candidate.offer();
                    break;
                }
                without.add(candidate.offer());
            }
            Provenance provenance = new Provenance(
                    request.name(),
                    counted.version().text(),
                    counted.suite().name(),
                    file.name(),
                    file.sha256(),
                    note(counted, without));
            return new Picked(request, archive, provenance);
        }

        private Optional<String> note(Offer offer, List<Offer> without) {
            List<String> notes = new ArrayList<>();
            if (!own.names().contains(offer.suite().name())) {
                notes.add("it stands in for one of " + String.join(", ", own.names()));
            }
            if (!without.isEmpty()) {
                notes.add("the archive lists and does not have " + texts(without));
            }
            if (request.component() == ComponentKind.NOVA && !isOfSeries(offer)) {
                notes.add("the suite has moved on from the series " + series.name(wantedSeries));
            }
            return notes.isEmpty()
                    ? Optional.empty()
                    : Optional.of("%s is %s of %s: %s"
                            .formatted(
                                    request.name(),
                                    offer.version().text(),
                                    offer.suite().name(),
                                    String.join("; ", notes)));
        }

        SourceException failure() {
            String where = String.join(", ", own.names());
            return SourceException.unavailable(
                    missing.isEmpty()
                            ? "the archive lists no " + request.name() + " in " + where
                            : "the archive lists " + request.name() + " and has none of it: "
                                    + texts(missing.stream().map(Missing::offer).toList()));
        }

        private static String texts(List<Offer> offers) {
            return String.join(", ", offers.stream().map(Offer::text).toList());
        }
    }
}
