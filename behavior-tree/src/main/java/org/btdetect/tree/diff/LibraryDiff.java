package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.btdetect.tree.Provenance;

/**
 * What changed between two libraries.
 *
 * @param before what the older library was derived from
 * @param after what the newer library was derived from
 * @param compared the number of actions that both have
 * @param changes the changes, the gravest first
 */
public record LibraryDiff(Provenance before, Provenance after, int compared, List<Change> changes) {
    /** Orders the changes. */
    public LibraryDiff {
        changes = changes.stream().sorted().toList();
    }

    /** Returns this comparison with further changes. */
    public LibraryDiff and(List<Change> more) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(more);
        return new LibraryDiff(before, after, compared, all);
    }

    /** Returns the number of changes by their severity, without those that there are none of. */
    public Map<Severity, Long> counts() {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        changes.forEach(change -> counts.merge(change.severity(), 1L, Long::sum));
        return counts;
    }
}
