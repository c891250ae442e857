package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.program.Expression;
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
    private final Map<Expression, Conditions.Verdict> verdicts = new IdentityHashMap<>();

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

    /** A test came out as {@code verdict} in one context. */
    void tested(Expression test, Conditions.Verdict verdict) {
        verdicts.merge(test, verdict, (one, other) -> one == other ? one : Conditions.Verdict.UNDECIDED);
    }

    /** @return the texts of the tests that came out the same way in every context, in no particular order */
    public List<String> alwaysDecided() {
        return verdicts.entrySet().stream()
                .filter(entry -> entry.getValue() != Conditions.Verdict.UNDECIDED)
                .map(entry -> Guards.print(entry.getKey()))
                .toList();
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
