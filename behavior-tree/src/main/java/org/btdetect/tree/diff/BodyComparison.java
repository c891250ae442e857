package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.tree.Place;

/** Tells what differs between two aligned bodies: what came and went, and how what stayed occurs. */
final class BodyComparison {
    private static final int MOST_NAMES = 4;

    private final Function before;
    private final Function after;
    private final List<Operation> left;
    private final List<Operation> right;
    private final Alignment alignment;
    private final Set<String> told;
    private final Map<List<String>, Edit.Altered> altered = new LinkedHashMap<>();

    /** Creates a comparison of two bodies; conditions that their callers have told are not told again. */
    BodyComparison(Function before, Function after, WrittenOut bodies, Set<String> told) {
        this.before = before;
        this.after = after;
        this.alignment = bodies.alignment();
        this.left = bodies.left();
        this.right = bodies.right();
        this.told = told;
    }

    /**
     * Two operations that correspond.
     *
     * @param told conditions that stand at the call on one side and throughout the function on the other
     */
    record Match(Operation before, Operation after, Set<String> told) {}

    /** Adds what differs to what was found, and returns what corresponds. */
    List<Match> compare(Comparison found) {
        List<Alignment.Pair> inOrder = alignment.pairs();
        List<Alignment.Pair> all = new ArrayList<>(inOrder);
        List<Integer> gone = new ArrayList<>(alignment.leftOnly());
        List<Integer> fresh = new ArrayList<>(alignment.rightOnly());
        for (Alignment.Pair moved : moved(gone, fresh)) {
            all.add(moved);
            List<Alignment.Pair> passed = passed(moved, inOrder);
            if (!passed.isEmpty()) {
                reorder(moved, passed);
            }
        }
        WrittenOut.collapsed(left, gone).forEach(operation -> found.add(new Edit.Removed(before, after, operation)));
        WrittenOut.collapsed(right, fresh).forEach(operation -> found.add(new Edit.Added(before, after, operation)));
        LocalNames locals = LocalNames.of(left, right, all);
        List<Match> matches = new ArrayList<>();
        for (Alignment.Pair pair : all) {
            Operation one = left.get(pair.left());
            Operation other = right.get(pair.right());
            Set<String> known = spread(one, other);
            compareContexts(one, other, locals, known);
            compareCallees(one, other);
            matches.add(new Match(one, other, known));
        }
        altered.values().forEach(found::add);
        return matches;
    }

    /** Pairs what is left over on both sides under the same key, and takes it out of what is left over. */
    private List<Alignment.Pair> moved(List<Integer> gone, List<Integer> fresh) {
        Map<String, List<Integer>> waiting = new HashMap<>();
        fresh.forEach(position -> waiting.computeIfAbsent(right.get(position).key(), key -> new ArrayList<>())
                .add(position));
        List<Alignment.Pair> moved = new ArrayList<>();
        for (Integer position : List.copyOf(gone)) {
            List<Integer> positions = waiting.getOrDefault(left.get(position).key(), List.of());
            if (!positions.isEmpty()) {
                Integer partner = positions.remove(0);
                moved.add(new Alignment.Pair(position, partner));
                gone.remove(position);
                fresh.remove(partner);
            }
        }
        return moved;
    }

    /** Returns the operations that a moved one has passed, without those that exclude it on a side. */
    private List<Alignment.Pair> passed(Alignment.Pair moved, List<Alignment.Pair> inOrder) {
        Context was = left.get(moved.left()).context();
        Context is = right.get(moved.right()).context();
        return inOrder.stream()
                .filter(other -> (other.left() < moved.left()) != (other.right() < moved.right()))
                .filter(other -> !left.get(other.left()).context().excludes(was))
                .filter(other -> !right.get(other.right()).context().excludes(is))
                .toList();
    }

    private void reorder(Alignment.Pair moved, List<Alignment.Pair> passed) {
        Operation one = left.get(moved.left());
        Operation now = right.get(moved.right());
        List<String> names = passed.stream()
                .map(other -> right.get(other.right()).callee().label())
                .distinct()
                .toList();
        String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        String all = names.size() > MOST_NAMES ? shown + " and " + (names.size() - MOST_NAMES) + " more" : shown;
        boolean later = moved.right() > passed.get(0).right();
        String detail = later ? "before " + all + " → after" : "after " + all + " → before";
        alter(ChangeKind.OPERATION_REORDERED, now.callee().label(), detail, one.site(), now.site(), now);
    }

    /** Returns conditions of one side's call that the other side has at each operation of the called function. */
    private static Set<String> spread(Operation one, Operation other) {
        if (one.function().isEmpty()
                || other.function().isEmpty()
                || one.conditions().keySet().equals(other.conditions().keySet())) {
            return Set.of();
        }
        Set<String> spread = new HashSet<>();
        addSpread(one, other, spread);
        addSpread(other, one, spread);
        return Set.copyOf(spread);
    }

    private static void addSpread(Operation at, Operation within, Set<String> spread) {
        List<Operation> body = within.function().orElseThrow().body();
        for (String condition : at.conditions().keySet()) {
            if (!within.conditions().containsKey(condition)
                    && !body.isEmpty()
                    && body.stream()
                            .allMatch(operation -> operation.conditions().containsKey(condition))) {
                spread.add(condition);
            }
        }
    }

    private void compareContexts(Operation one, Operation other, LocalNames locals, Set<String> spread) {
        if (one.context().hash() == other.context().hash()) {
            return;
        }
        Map<String, Place> gone = locals.without(one.conditions(), other.conditions(), true);
        Map<String, Place> fresh = locals.without(other.conditions(), one.conditions(), false);
        List.of(gone, fresh)
                .forEach(side ->
                        side.keySet().removeIf(condition -> told.contains(condition) || spread.contains(condition)));
        Occurrence was = one.occurrence();
        Occurrence is = other.occurrence();
        boolean guarded = !gone.isEmpty() || !fresh.isEmpty();
        boolean oftener = was.repeated() != is.repeated() || was.async() != is.async() || was.error() != is.error();
        if (oftener || (!guarded && spread.isEmpty() && told.isEmpty() && was.optional() != is.optional())) {
            String detail = was + " → " + is + (guarded ? ": " + text(gone) + " → " + text(fresh) : "");
            String subject = other.callee().label();
            alter(ChangeKind.MULTIPLICITY_CHANGED, subject, detail, place(gone, one), place(fresh, other), other);
        } else if (guarded) {
            String detail = text(gone) + " → " + text(fresh);
            alter(ChangeKind.GUARD_CHANGED, "", detail, place(gone, one), place(fresh, other), other);
        }
    }

    private void compareCallees(Operation one, Operation other) {
        Callee was = one.callee();
        Callee is = other.callee();
        if (!one.way().equals(other.way())) {
            String detail = way(one) + " → " + way(other);
            alter(ChangeKind.WAY_CHANGED, "", detail, one.site(), other.site(), other);
        }
        if (was.function().isEmpty() || is.function().isEmpty()) {
            if (!was.label().equals(is.label())) {
                String detail = was.label() + " → " + is.label();
                alter(ChangeKind.ARGUMENTS_CHANGED, is.label(), detail, one.site(), other.site(), other);
            }
            return;
        }
        Place from = was.place();
        Place to = is.place();
        if (!was.key().equals(is.key())) {
            boolean moved = simple(was.label()).equals(simple(is.label()));
            ChangeKind kind = moved ? ChangeKind.FUNCTION_MOVED : ChangeKind.FUNCTION_RENAMED;
            alter(is.function().get(), kind, was.label(), was.label() + " → " + is.label(), from, to, List.of());
        } else if (!from.file().equals(to.file())) {
            String detail = from.file() + " → " + to.file();
            alter(is.function().get(), ChangeKind.FUNCTION_MOVED, is.label(), detail, from, to, List.of());
        }
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String way(Operation operation) {
        return operation.through().isEmpty() ? "directly" : "through " + String.join(", ", operation.way());
    }

    private static String text(Map<String, Place> conditions) {
        return conditions.isEmpty() ? "always" : String.join(" and ", new TreeSet<>(conditions.keySet()));
    }

    private static Place place(Map<String, Place> conditions, Operation operation) {
        return conditions.isEmpty()
                ? operation.site()
                : conditions.values().iterator().next();
    }

    private void alter(ChangeKind kind, String subject, String detail, Place was, Place is, Operation operation) {
        alter(after, kind, subject, detail, was, is, List.of(operation.key()));
    }

    private void alter(
            Function in, ChangeKind kind, String subject, String detail, Place was, Place is, List<String> operations) {
        Edit.Altered one = new Edit.Altered(kind, in, subject, detail, was, is, operations);
        altered.merge(List.of(kind.id(), in.name(), subject, detail), one, BodyComparison::merge);
    }

    private static Edit.Altered merge(Edit.Altered one, Edit.Altered other) {
        Set<String> operations = new TreeSet<>(one.operations());
        operations.addAll(other.operations());
        return new Edit.Altered(
                one.kind(), one.in(), one.subject(), one.detail(), one.before(), one.after(), List.copyOf(operations));
    }
}
