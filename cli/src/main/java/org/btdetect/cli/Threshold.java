package org.btdetect.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.ChangeKind;
import org.btdetect.tree.diff.Severity;

/** Which changes make a comparison fail. */
record Threshold(Set<ChangeKind> kinds) {
    /** Returns the threshold of kinds and severities by their names. */
    static Threshold of(List<String> names) {
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        for (String name : names) {
            kinds.addAll(kinds(name.strip().toLowerCase(Locale.ROOT)));
        }
        return new Threshold(kinds);
    }

    boolean isReached(Change change) {
        return kinds.contains(change.kind());
    }

    private static Set<ChangeKind> kinds(String name) {
        List<String> known = new ArrayList<>();
        Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
        for (Severity severity : Severity.values()) {
            known.add(severity.id());
        }
        for (ChangeKind kind : ChangeKind.values()) {
            known.add(kind.id());
            boolean graver = Arrays.stream(Severity.values())
                    .anyMatch(severity ->
                            severity.id().equals(name) && kind.severity().isAtLeast(severity));
            if (kind.id().equals(name) || graver) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            throw new UsageException(
                    "there is no kind or severity of change '" + name + "'; known are " + String.join(", ", known));
        }
        return kinds;
    }
}
