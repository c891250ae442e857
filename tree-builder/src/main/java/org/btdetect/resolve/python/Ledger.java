package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.btdetect.summary.Link;
import org.btdetect.tree.Place;

/** Counts call sites by what became of them. A site that was followed in one context counts as followed. */
public final class Ledger {

    /** What became of a call site, best first. */
    public enum Fate {
        RESOLVED,
        LIBRARY,
        UNRESOLVED
    }

    private record Site(Place place, String text) {}

    private final Map<Site, Fate> sites = new HashMap<>();
    private final Map<Site, String> reasons = new HashMap<>();

    void resolved(Link link) {
        note(link, Fate.RESOLVED);
    }

    void library(Link link) {
        note(link, Fate.LIBRARY);
    }

    void unresolved(Link link, String reason) {
        note(link, Fate.UNRESOLVED);
        reasons.putIfAbsent(new Site(link.evidence(), link.callText()), reason);
    }

    private void note(Link link, Fate fate) {
        sites.merge(
                new Site(link.evidence(), link.callText()),
                fate,
                (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /** @return what became of the call, empty if it was never met */
    public Optional<Fate> fate(Place place, String text) {
        return Optional.ofNullable(sites.get(new Site(place, text)));
    }

    /** @return why the call could not be resolved where it was met first, empty if it never failed */
    public Optional<String> reason(Place place, String text) {
        return Optional.ofNullable(reasons.get(new Site(place, text)));
    }

    public long count(Fate fate) {
        return sites.values().stream().filter(fate::equals).count();
    }
}
