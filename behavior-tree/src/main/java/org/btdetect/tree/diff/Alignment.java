package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which operations of two functions correspond, in order: the heaviest common subsequence.
 *
 * <p>What is equal at both ends is taken first. What remains is aligned as Needleman and Wunsch do, in time and memory
 * proportional to the product of the lengths; beyond {@link #MAX_CELLS} it is first cut at operations that stand once on both
 * sides (patience diff), and what is still too large is matched greedily, so that the cost stays linear.
 */
final class Alignment {
    private static final int MAX_CELLS = 1 << 22;
    private static final double ALIKE = 0.6;
    private static final int NONE = -1;

    private final List<Operation> left;
    private final List<Operation> right;
    private final int[] partners;

    private Alignment(List<Operation> left, List<Operation> right) {
        this.left = left;
        this.right = right;
        this.partners = new int[left.size()];
        Arrays.fill(partners, NONE);
    }

    /**
     * Aligns two bodies.
     *
     * @param names which functions there are on each side: what both have was not renamed
     */
    static Alignment of(List<Operation> left, List<Operation> right, Versions<Vocabulary> names) {
        Alignment alignment = new Alignment(left, right);
        alignment.align(0, left.size(), 0, right.size());
        alignment.pairRenamed(names);
        return alignment;
    }

    /** A pair of corresponding operations, by their positions. */
    record Pair(int left, int right) {}

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] != NONE) {
                pairs.add(new Pair(i, partners[i]));
            }
        }
        return pairs;
    }

    List<Integer> leftOnly() {
        List<Integer> only = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == NONE) {
                only.add(i);
            }
        }
        return only;
    }

    List<Integer> rightOnly() {
        boolean[] taken = new boolean[right.size()];
        for (int partner : partners) {
            if (partner != NONE) {
                taken[partner] = true;
            }
        }
        List<Integer> only = new ArrayList<>();
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                only.add(j);
            }
        }
        return only;
    }

    /** Takes correspondences back. */
    void unpair(Collection<Integer> lefts) {
        lefts.forEach(position -> partners[position] = NONE);
    }

    private void align(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        int i = leftFrom;
        int j = rightFrom;
        while (i < leftTo && j < rightTo && left.get(i).shape() == right.get(j).shape()) {
            partners[i++] = j++;
        }
        int iEnd = leftTo;
        int jEnd = rightTo;
        while (iEnd > i
                && jEnd > j
                && left.get(iEnd - 1).shape() == right.get(jEnd - 1).shape()) {
            partners[--iEnd] = --jEnd;
        }
        if (i == iEnd || j == jEnd) {
            return;
        }
        if ((long) (iEnd - i) * (jEnd - j) <= MAX_CELLS) {
            weigh(i, iEnd, j, jEnd);
        } else {
            cut(i, iEnd, j, jEnd);
        }
    }

    private void weigh(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        int width = rightTo - rightFrom + 1;
        int[][] best = new int[leftTo - leftFrom + 1][width];
        String[] leftKeys = keys(left, leftFrom, leftTo);
        String[] rightKeys = keys(right, rightFrom, rightTo);
        for (int i = leftKeys.length - 1; i >= 0; i--) {
            for (int j = rightKeys.length - 1; j >= 0; j--) {
                int skip = Math.max(best[i + 1][j], best[i][j + 1]);
                boolean same = leftKeys[i].equals(rightKeys[j]);
                int weight = same ? weight(left.get(leftFrom + i), right.get(rightFrom + j)) : 0;
                best[i][j] = same ? Math.max(skip, best[i + 1][j + 1] + weight) : skip;
            }
        }
        int i = 0;
        int j = 0;
        while (i < leftKeys.length && j < rightKeys.length) {
            if (best[i][j] == best[i + 1][j]) {
                i++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                partners[leftFrom + i++] = rightFrom + j++;
            }
        }
    }

    private static String[] keys(List<Operation> operations, int from, int to) {
        return operations.subList(from, to).stream().map(Operation::key).toArray(String[]::new);
    }

    private static int weight(Operation one, Operation other) {
        int weight = 16;
        weight += one.callee().label().equals(other.callee().label()) ? 4 : 0;
        weight += one.callee().content() == other.callee().content() ? 4 : 0;
        weight += one.conditions().keySet().equals(other.conditions().keySet()) ? 4 : 0;
        weight += one.occurrence().equals(other.occurrence()) ? 1 : 0;
        return weight + (one.way().equals(other.way()) ? 3 : 0);
    }

    private void cut(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        Map<Long, Integer> once = positionsOfUnique(right, rightFrom, rightTo);
        Map<Long, Integer> here = positionsOfUnique(left, leftFrom, leftTo);
        int i = leftFrom;
        int j = rightFrom;
        boolean found = false;
        for (int position = leftFrom; position < leftTo; position++) {
            long shape = left.get(position).shape();
            Integer partner = here.containsKey(shape) ? once.get(shape) : null;
            if (partner != null && partner >= j && (partner > rightFrom || position > leftFrom)) {
                align(i, position, j, partner);
                partners[position] = partner;
                i = position + 1;
                j = partner + 1;
                found = true;
            }
        }
        if (found) {
            align(i, leftTo, j, rightTo);
        } else {
            matchGreedily(leftFrom, leftTo, rightFrom, rightTo);
        }
    }

    private static Map<Long, Integer> positionsOfUnique(List<Operation> operations, int from, int to) {
        Map<Long, Integer> positions = new HashMap<>();
        for (int i = from; i < to; i++) {
            positions.merge(operations.get(i).shape(), i, (first, second) -> NONE);
        }
        positions.values().removeIf(position -> position == NONE);
        return positions;
    }

    private void matchGreedily(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        Map<String, List<Integer>> waiting = new HashMap<>();
        for (int j = rightFrom; j < rightTo; j++) {
            waiting.computeIfAbsent(right.get(j).key(), key -> new ArrayList<>())
                    .add(j);
        }
        int last = rightFrom - 1;
        for (int i = leftFrom; i < leftTo; i++) {
            List<Integer> positions = waiting.getOrDefault(left.get(i).key(), new ArrayList<>());
            while (!positions.isEmpty() && positions.get(0) <= last) {
                positions.remove(0);
            }
            if (!positions.isEmpty()) {
                last = positions.remove(0);
                partners[i] = last;
            }
        }
    }

    /** Pairs functions that stand between the same neighbours and do much the same below, whatever they are called. */
    private void pairRenamed(Versions<Vocabulary> names) {
        List<Integer> free = rightOnly();
        for (int i : leftOnly()) {
            int low = precedingPartner(i);
            int high = followingPartner(i);
            for (Integer j : free) {
                if (j > low && j < high && isRenaming(left.get(i), right.get(j), names)) {
                    partners[i] = j;
                    free.remove(j);
                    break;
                }
            }
        }
    }

    private int precedingPartner(int position) {
        for (int i = position - 1; i >= 0; i--) {
            if (partners[i] != NONE) {
                return partners[i];
            }
        }
        return NONE;
    }

    private int followingPartner(int position) {
        for (int i = position + 1; i < partners.length; i++) {
            if (partners[i] != NONE) {
                return partners[i];
            }
        }
        return right.size();
    }

    private static boolean isRenaming(Operation one, Operation other, Versions<Vocabulary> names) {
        Callee was = one.callee();
        Callee is = other.callee();
        if (!Crossings.isNamedFreely(was)
                || !Crossings.isNamedFreely(is)
                || was.kind() != is.kind()
                || was.layer() != is.layer()) {
            return false;
        }
        Function before = was.function().orElseThrow();
        Function after = is.function().orElseThrow();
        if (names.after().has(before) || names.before().has(after)) {
            return false;
        }
        return before.below() == after.below() || before.sketch().likeness(after.sketch()) >= ALIKE;
    }
}
