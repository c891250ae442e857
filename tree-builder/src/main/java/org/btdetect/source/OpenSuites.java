package org.btdetect.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.btdetect.source.PackageArchive.Suite;

/** Some suites of an archive, whose indexes are read when the first package is asked for. */
final class OpenSuites {
    private final PackageArchive archive;
    private final List<String> names;
    private final boolean firstIsRequired;
    private final Progress progress;
    private final List<Suite> open = new ArrayList<>();
    private boolean tried;

    /** @param firstIsRequired whether there is no going on without the first; the others only add to it */
    OpenSuites(PackageArchive archive, List<String> names, boolean firstIsRequired, Progress progress) {
        this.archive = archive;
        this.names = List.copyOf(names);
        this.firstIsRequired = firstIsRequired;
        this.progress = progress;
    }

    List<String> names() {
        return names;
    }

    /** Every version of a package that any of the suites lists. */
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
