package org.btdetect.tree.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two bodies, aligned, in which calls are written out that only one side has and whose operations the other side has instead:
 * functions that were taken out of others, or dissolved into them.
 *
 * @param left the older body
 * @param right the newer body
 * @param alignment what corresponds
 */
record WrittenOut(List<Operation> left, List<Operation> right, Alignment alignment) {
    /** How deep calls are written out. */
    private static final int MAX_ROUNDS = 8;

    private static final int MAX_OPERATIONS = 4000;

    /** A function that has little in common with what the other side has instead is new, not taken out of it. */
    private static final double MOSTLY = 0.5;

    static WrittenOut of(List<Operation> before, List<Operation> after, Versions<Vocabulary> names) {
        List<Operation> left = before;
        List<Operation> right = after;
        Alignment alignment = Alignment.of(left, right, names);
        for (int round = 0; round < MAX_ROUNDS && left.size() + right.size() < MAX_OPERATIONS; round++) {
            Set<Integer> leftCalls = takenOver(left, alignment.leftOnly(), right, alignment.rightOnly());
            Set<Integer> rightCalls = takenOver(right, alignment.rightOnly(), left, alignment.leftOnly());
            if (leftCalls.isEmpty() && rightCalls.isEmpty()) {
                break;
            }
            left = writtenOut(left, leftCalls);
            right = writtenOut(right, rightCalls);
            alignment = Alignment.of(left, right, names);
        }
        WrittenOut bodies = new WrittenOut(left, right, alignment);
        bodies.unpairScattered();
        return bodies;
    }

    /** Returns operations, those of a call of which all are among them as that call. */
    static List<Operation> collapsed(List<Operation> operations, List<Integer> positions) {
        Set<Operation> present = identities();
        Set<Integer> chosen = new HashSet<>(positions);
        for (int i = 0; i < operations.size(); i++) {
            if (!chosen.contains(i)) {
                present.addAll(operations.get(i).through());
            }
        }
        Set<Operation> seen = identities();
        List<Operation> collapsed = new ArrayList<>();
        for (Integer position : positions) {
            Operation operation = operations.get(position);
            Operation whole = operation.through().stream()
                    .filter(call -> !present.contains(call))
                    .findFirst()
                    .orElse(operation);
            if (seen.add(whole)) {
                collapsed.add(whole);
            }
        }
        return collapsed;
    }

    private static Set<Operation> identities() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Takes correspondences back where of a call that was written out only a small part found any. */
    private void unpairScattered() {
        Map<Operation, List<Alignment.Pair>> leftPairs = new IdentityHashMap<>();
        Map<Operation, List<Alignment.Pair>> rightPairs = new IdentityHashMap<>();
        for (Alignment.Pair pair : alignment.pairs()) {
            note(left.get(pair.left()), pair, leftPairs);
            note(right.get(pair.right()), pair, rightPairs);
        }
        Set<Integer> scattered = new LinkedHashSet<>();
        addScattered(left, leftPairs, scattered);
        addScattered(right, rightPairs, scattered);
        alignment.unpair(scattered);
    }

    private static void note(Operation operation, Alignment.Pair pair, Map<Operation, List<Alignment.Pair>> pairs) {
        operation
                .through()
                .forEach(call ->
                        pairs.computeIfAbsent(call, key -> new ArrayList<>()).add(pair));
    }

    private static void addScattered(
            List<Operation> operations, Map<Operation, List<Alignment.Pair>> pairs, Set<Integer> scattered) {
        Map<Operation, Integer> sizes = new IdentityHashMap<>();
        operations.forEach(operation -> operation.through().forEach(call -> sizes.merge(call, 1, Integer::sum)));
        pairs.forEach((call, found) -> {
            if (found.size() < MOSTLY * sizes.getOrDefault(call, 0)) {
                found.forEach(pair -> scattered.add(pair.left()));
            }
        });
    }

    /**
     * Returns which of the calls of one side lead to what stands directly in the other. A call that the other side has further
     * down has to wait until that is written out: a function was put around it.
     */
    private static Set<Integer> takenOver(
            List<Operation> operations, List<Integer> lonely, List<Operation> others, List<Integer> lonelyOthers) {
        Sketch elsewhere = new Sketch();
        lonelyOthers.forEach(position -> elsewhere.add(others.get(position).sketch()));
        Set<Integer> calls = new HashSet<>();
        for (Integer position : lonelyOthers.isEmpty() ? List.<Integer>of() : lonely) {
            Operation operation = operations.get(position);
            if (operation.isCall()
                    && operation.function().isPresent()
                    && operation.sketch().coveredBy(elsewhere) >= MOSTLY) {
                if (lonelyOthers.stream().noneMatch(other -> isWrapped(operation, others.get(other)))) {
                    calls.add(position);
                }
            }
        }
        return calls;
    }

    private static boolean isWrapped(Operation operation, Operation around) {
        return around.isCall()
                && around.function()
                        .filter(function -> leadsTo(function, operation.key()))
                        .isPresent()
                && operation
                        .function()
                        .filter(function -> leadsTo(function, around.key()))
                        .isEmpty();
    }

    private static boolean leadsTo(Function function, String key) {
        Set<Function> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Function> open = new ArrayDeque<>(List.of(function));
        while (!open.isEmpty() && seen.size() < MAX_OPERATIONS) {
            Function next = open.pop();
            if (seen.add(next)) {
                for (Operation operation : next.body()) {
                    if (operation.isCall() && operation.key().equals(key)) {
                        return true;
                    }
                    operation.function().ifPresent(open::push);
                }
            }
        }
        return false;
    }

    private static List<Operation> writtenOut(List<Operation> operations, Set<Integer> calls) {
        List<Operation> written = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            Operation call = operations.get(i);
            if (!calls.contains(i)) {
                written.add(call);
                continue;
            }
            for (Operation operation : call.function().orElseThrow().body()) {
                written.add(operation.within(call, i));
            }
        }
        return written;
    }
}
