package org.btdetect.paper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The largest one-to-one assignment of effects to causes that are close in time.
 *
 * <p>Windows of one width over sorted times make the bipartite graph convex, for which taking pairs in the order of their
 * times is optimal (Glover 1967).
 */
final class Pairing {
    private static final Comparator<PaperRecord> BY_TIME = Comparator.comparing(PaperRecord::time)
            .thenComparing(record -> record.origin().toString());

    private Pairing() {}

    /** Returns the cause of each effect that has one; effects without a cause are missing. */
    static Map<PaperRecord, PaperRecord> of(List<PaperRecord> effects, List<PaperRecord> causes, Duration tolerance) {
        List<PaperRecord> below = effects.stream().sorted(BY_TIME).toList();
        List<PaperRecord> above = causes.stream().sorted(BY_TIME).toList();
        Map<PaperRecord, PaperRecord> pairs = new TreeMap<>(BY_TIME);
        int next = 0;
        for (PaperRecord effect : below) {
            while (next < above.size()
                    && above.get(next).time().isBefore(effect.time().minus(tolerance))) {
                next++;
            }
            if (next < above.size()
                    && !above.get(next).time().isAfter(effect.time().plus(tolerance))) {
                pairs.put(effect, above.get(next++));
            }
        }
        return pairs;
    }

    /** Returns the effects that have no cause, in the order of their times. */
    static List<PaperRecord> unexplained(List<PaperRecord> effects, List<PaperRecord> causes, Duration tolerance) {
        List<PaperRecord> rest = new ArrayList<>(effects);
        rest.removeAll(of(effects, causes, tolerance).keySet());
        rest.sort(BY_TIME);
        return rest;
    }
}
