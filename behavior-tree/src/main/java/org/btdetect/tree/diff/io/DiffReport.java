package org.btdetect.tree.diff.io;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.LibraryDiff;

/**
 * What changed, and which of it somebody has accepted.
 *
 * @param diff the comparison
 * @param accepted the reasons, by the change
 */
public record DiffReport(LibraryDiff diff, Map<Change, String> accepted) {
    /** Copies the reasons. */
    public DiffReport {
        accepted = Map.copyOf(accepted);
    }

    /** Returns why a change was accepted, if it was. */
    public Optional<String> reason(Change change) {
        return Optional.ofNullable(accepted.get(change));
    }

    /** Returns the changes that nobody has accepted, the gravest first. */
    public List<Change> open() {
        return diff.changes().stream()
                .filter(change -> !accepted.containsKey(change))
                .toList();
    }
}
