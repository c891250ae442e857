package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.btdetect.tree.Place;

/**
 * Puts together what the comparisons of single actions found: one edit of the sources is one change.
 *
 * <p>Where a function that led to nothing begins to lead somewhere, all its callers seem to change, since it stood in no tree
 * before. It is told as a change of that function, not of its callers.
 */
final class Findings {
    private final Versions<Vocabulary> names;
    private final Map<Key, Finding> findings = new LinkedHashMap<>();

    Findings(Versions<Vocabulary> names) {
        this.names = names;
    }

    /** What makes two findings one. */
    private record Key(String what, String function, String subject, String detail, Place site) {}

    void add(Change change) {
        Key key = new Key(change.kind().id(), change.function(), change.subject(), change.detail(), Place.NONE);
        findings.computeIfAbsent(key, unseen -> new Finding(change)).add(change.function(), change);
    }

    void altered(Edit.Altered edit, String action) {
        add(new Change(
                edit.kind(),
                edit.in().layer(),
                edit.in().name(),
                edit.subject(),
                edit.detail(),
                edit.before(),
                edit.after(),
                edit.operations(),
                List.of(action),
                List.of()));
    }

    void added(ChangeKind kind, Edit.Added edit, List<String> operations, String action) {
        Change outer = change(
                kind,
                edit.after(),
                edit.operation(),
                edit.before().place(),
                edit.operation().site(),
                operations,
                action);
        Spot spot = Spot.of(edit.after(), edit.operation(), names.before());
        Change inner = change(
                kind, spot.function, spot.operation, edit.before().place(), spot.operation.site(), operations, action);
        add("added", outer, inner, inner.after());
    }

    void removed(ChangeKind kind, Edit.Removed edit, List<String> operations, String action) {
        Change outer = change(
                kind,
                edit.after(),
                edit.operation(),
                edit.operation().site(),
                edit.after().place(),
                operations,
                action);
        Spot spot = Spot.of(edit.before(), edit.operation(), names.after());
        Change inner = change(
                kind,
                spot.function,
                spot.operation,
                spot.operation.site(),
                edit.after().place(),
                operations,
                action);
        add("removed", outer, inner, inner.before());
    }

    private void add(String what, Change outer, Change inner, Place site) {
        Key key = new Key(what, inner.function(), inner.subject(), "", site);
        findings.computeIfAbsent(key, unseen -> new Finding(inner)).add(outer.function(), outer);
    }

    private static Change change(
            ChangeKind kind,
            Function in,
            Operation operation,
            Place was,
            Place is,
            List<String> operations,
            String action) {
        String subject = operation.callee().label();
        return new Change(kind, in.layer(), in.name(), subject, "", was, is, operations, List.of(action), List.of());
    }

    List<Change> changes() {
        Map<Key, Finding> merged = new LinkedHashMap<>();
        findings.forEach((key, finding) -> {
            Change change = finding.change();
            Place site = key.site.isKnown() ? site(change) : Place.NONE;
            Key told = new Key(key.what, change.function(), change.subject(), change.detail(), site);
            merged.computeIfAbsent(told, unseen -> new Finding(change)).add(change.function(), change);
        });
        return merged.values().stream().map(Finding::merged).toList();
    }

    private static Place site(Change change) {
        return change.after().isKnown() ? change.after() : change.before();
    }

    /** Where on the way to an operation the sources say something that the other side does not know. */
    private record Spot(Function function, Operation operation) {
        /** Follows the only way down, to the last function on it that the other side does not know. */
        static Spot of(Function caller, Operation operation, Vocabulary other) {
            Spot last = new Spot(caller, operation);
            Operation next = operation;
            while (next.isCall() && next.function().isPresent()) {
                Function function = next.function().get();
                if (function.body().size() != 1) {
                    return last;
                }
                next = function.body().get(0);
                last = other.has(function) ? last : new Spot(function, next);
            }
            return last;
        }
    }

    /** A change as it grows with every action that it shows in. */
    private static final class Finding {
        private final Change inner;
        private final TreeSet<String> callers = new TreeSet<>();
        private final Map<ChangeKind, List<Change>> byKind = new EnumMap<>(ChangeKind.class);

        Finding(Change inner) {
            this.inner = inner;
        }

        void add(String caller, Change outer) {
            callers.add(caller);
            byKind.computeIfAbsent(outer.kind(), kind -> new ArrayList<>()).add(outer);
        }

        Change change() {
            boolean one = callers.size() == 1;
            String detail = one ? first().detail() : "called by " + String.join(", ", callers);
            return told(one ? first() : inner, detail);
        }

        Change merged() {
            return told(first(), first().detail());
        }

        private Change first() {
            return byKind.values().iterator().next().get(0);
        }

        private Change told(Change spot, String detail) {
            List<Change> gravest = byKind.values().iterator().next();
            List<String> actions = actions(gravest.stream().map(Change::actions));
            List<List<String>> others = new ArrayList<>();
            byKind.values().stream()
                    .skip(1)
                    .flatMap(Collection::stream)
                    .map(Change::actions)
                    .forEach(others::add);
            byKind.values().stream()
                    .flatMap(Collection::stream)
                    .map(Change::others)
                    .forEach(others::add);
            return new Change(
                    first().kind(),
                    first().layer(),
                    spot.function(),
                    spot.subject(),
                    detail,
                    spot.before(),
                    spot.after(),
                    gravest.stream()
                            .flatMap(change -> change.operations().stream())
                            .toList(),
                    actions,
                    actions(others.stream()).stream()
                            .filter(action -> !actions.contains(action))
                            .toList());
        }

        private static List<String> actions(Stream<List<String>> lists) {
            return lists.flatMap(List::stream).distinct().toList();
        }
    }
}
