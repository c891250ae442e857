package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells what the differences between functions mean for one action: what is new to it, and what it did before. */
final class ActionComparison {
    private final String action;
    private final Reach before;
    private final Reach after;
    private final Findings findings;
    private final Set<String> told = new HashSet<>();

    ActionComparison(Function before, Function after, String action, Findings findings) {
        this.action = action;
        this.before = Reach.of(before);
        this.after = Reach.of(after);
        this.findings = findings;
    }

    void tell(List<Edit> edits) {
        List<Edit.Added> added = new ArrayList<>();
        List<Edit.Removed> removed = new ArrayList<>();
        for (Edit edit : edits) {
            if (edit instanceof Edit.Added one) {
                added.add(one);
            } else if (edit instanceof Edit.Removed one) {
                removed.add(one);
            } else if (edit instanceof Edit.Altered one) {
                tell(one);
            }
        }
        tellMoved(added, removed);
        added.forEach(this::tell);
        removed.forEach(this::tell);
        tellUntold();
    }

    private void tell(Edit.Altered edit) {
        findings.altered(edit, action);
    }

    /** What one function no longer does and another now does, of what the action does on both sides. */
    private void tellMoved(List<Edit.Added> added, List<Edit.Removed> removed) {
        Map<String, List<Edit.Removed>> waiting = new HashMap<>();
        removed.stream()
                .filter(one ->
                        Reach.of(one.before(), one.operation()).without(after).isEmpty())
                .forEach(one -> waiting.computeIfAbsent(one.operation().key(), key -> new ArrayList<>())
                        .add(one));
        for (Edit.Added one : List.copyOf(added)) {
            List<Edit.Removed> candidates = waiting.getOrDefault(one.operation().key(), List.of());
            if (!candidates.isEmpty()
                    && Reach.of(one.after(), one.operation()).without(before).isEmpty()) {
                Edit.Removed other = candidates.remove(0);
                added.remove(one);
                removed.remove(other);
                tell(other, one);
            }
        }
    }

    private void tell(Edit.Removed was, Edit.Added is) {
        if (was.before().name().equals(is.after().name())) {
            return; // the same function, compared in two contexts
        }
        boolean elsewhere = was.before().layer() != is.after().layer();
        ChangeKind kind = elsewhere ? ChangeKind.CROSSING_MOVED : ChangeKind.CALLER_CHANGED;
        String detail = caller(was.before(), elsewhere) + " → " + caller(is.after(), elsewhere);
        Operation operation = is.operation();
        Edit.Altered moved = new Edit.Altered(
                kind,
                is.after(),
                operation.callee().label(),
                detail,
                was.operation().site(),
                operation.site(),
                List.of(operation.key()));
        findings.altered(moved, action);
    }

    private static String caller(Function function, boolean withLayer) {
        return withLayer ? function.layer().id() + " " + function.name() : function.name();
    }

    private void tell(Edit.Added edit) {
        Operation operation = edit.operation();
        Reach reach = Reach.of(edit.after(), operation);
        Set<String> fresh = reach.without(before).keySet();
        told.addAll(fresh);
        ChangeKind kind = ChangeKind.OPERATION_REPEATED;
        if (!before.layers().containsAll(reach.layers())) {
            kind = ChangeKind.LAYER_REACHED;
        } else if (!fresh.isEmpty()) {
            kind = ChangeKind.CROSSING_ADDED;
        } else if (reach.crossings().isEmpty()) {
            kind = ChangeKind.UNRESOLVED_ADDED;
        }
        findings.added(kind, edit, operations(fresh, reach, operation), action);
    }

    private void tell(Edit.Removed edit) {
        Operation operation = edit.operation();
        Reach reach = Reach.of(edit.before(), operation);
        Set<String> gone = reach.without(after).keySet();
        told.addAll(gone);
        ChangeKind kind = ChangeKind.OPERATION_DROPPED;
        if (!after.layers().containsAll(reach.layers())) {
            kind = ChangeKind.LAYER_LEFT;
        } else if (!gone.isEmpty()) {
            kind = ChangeKind.CROSSING_REMOVED;
        } else if (reach.crossings().isEmpty()) {
            kind = ChangeKind.UNRESOLVED_REMOVED;
        }
        findings.removed(kind, edit, operations(gone, reach, operation), action);
    }

    private static List<String> operations(Set<String> special, Reach reach, Operation operation) {
        if (!special.isEmpty()) {
            return List.copyOf(special);
        }
        return operation.isCall() ? List.copyOf(reach.crossings().keySet()) : List.of(operation.key());
    }

    /** Nothing that an action reaches may go untold, whatever the comparison of functions made of it. */
    private void tellUntold() {
        after.without(before).forEach((key, found) -> {
            if (!told.contains(key)) {
                boolean known = before.layers().contains(found.operation().layer());
                ChangeKind kind = known ? ChangeKind.CROSSING_ADDED : ChangeKind.LAYER_REACHED;
                Edit.Added edit = new Edit.Added(found.caller(), found.caller(), found.operation());
                findings.added(kind, edit, List.of(key), action);
            }
        });
        before.without(after).forEach((key, found) -> {
            if (!told.contains(key)) {
                boolean known = after.layers().contains(found.operation().layer());
                ChangeKind kind = known ? ChangeKind.CROSSING_REMOVED : ChangeKind.LAYER_LEFT;
                Edit.Removed edit = new Edit.Removed(found.caller(), found.caller(), found.operation());
                findings.removed(kind, edit, List.of(key), action);
            }
        });
    }
}
