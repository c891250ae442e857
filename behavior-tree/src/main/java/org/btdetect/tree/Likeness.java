package org.btdetect.tree;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares what two nodes describe, up to the names of the nodes that references point to.
 *
 * <p>Two references are alike if they point to one node, or to two nodes that the comparison has set against each other. That
 * these are alike is assumed when the comparison enters them and holds if it succeeds as a whole: the largest bisimulation, as
 * in Hopcroft and Karp's test of automata. Nothing is compared twice, so the time is linear in the size of the smaller shared
 * structure, times the places at which one node of it is set against different ones.
 */
final class Likeness {
    private final Set<Pair> assumed = new HashSet<>();

    /** Two provisional names that stand for each other in one layer. */
    private record Pair(String left, String right, Layer layer) {}

    /** Returns whether two nodes describe the same behaviour. */
    @SuppressWarnings("ReferenceEquality") // shared nodes need no comparison of all that is below
    boolean holds(TreeNode left, TreeNode right) {
        if (left == right) {
            return true;
        }
        if (left.layer() != right.layer() || !left.marks().equals(right.marks())) {
            return false;
        }
        if (left.subject() instanceof Subject.Reference one && right.subject() instanceof Subject.Reference other) {
            return pointAlike(one, other, left.layer());
        }
        return left.subject().isSameAs(right.subject()) && (isAssumed(left, right) || childrenAlike(left, right));
    }

    private boolean pointAlike(Subject.Reference left, Subject.Reference right, Layer layer) {
        return left.equals(right)
                || (left.name().equals(right.name())
                        && left.place().equals(right.place())
                        && assumed.contains(new Pair(left.target(), right.target(), layer)));
    }

    /** Assumes that two named nodes are alike, and returns whether that was assumed before. */
    private boolean isAssumed(TreeNode left, TreeNode right) {
        return !left.id().isEmpty()
                && !right.id().isEmpty()
                && !assumed.add(new Pair(left.id(), right.id(), left.layer()));
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private boolean childrenAlike(TreeNode left, TreeNode right) {
        List<TreeNode> ones = left.children();
        List<TreeNode> others = right.children();
        if (ones == others) {
            return true;
        }
        if (ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!holds(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
