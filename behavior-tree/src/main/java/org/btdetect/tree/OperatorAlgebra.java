package org.btdetect.tree;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Simplifies control operators without changing what a tree allows.
 *
 * <p>A tree denotes a set of traces: a node that is no operator is itself followed by its children; the operators mean what
 * {@link Operator} says. These laws are applied from the leaves up until none applies, and each keeps the set of traces:
 *
 * <ol>
 *   <li>an operator without children disappears; in a choice it is the empty branch;
 *   <li>{@code sequence(sequence(a, b), c) = sequence(a, b, c)}, and a sequence dissolves into any other implicit sequence;
 *   <li>{@code choice(choice(a, b), c) = choice(a, b, c)};
 *   <li>{@code choice(a, a) = choice(a)}, where the branches behave alike;
 *   <li>{@code choice(empty, a, b) = optional(choice(a, b))}, likewise for a branch that is optional;
 *   <li>{@code choice(a) = a} and {@code sequence(a) = a};
 *   <li>{@code optional(optional(a)) = optional(a)}, {@code optional(loop(a)) = loop(a)}, {@code loop(loop(a)) =
 *       loop(optional(a)) = loop(a)}, {@code parallel(parallel(a)) = parallel(a)}.
 * </ol>
 *
 * <p>Where an operator disappears, its guard, its hops and its marks pass to what took its place. Of merged branches the first
 * stays, with the disjunction of the guards.
 *
 * <p>The time is linear in the size of the shared structure (nodes that stand at several places are simplified once), but for
 * the comparison of a choice's branches, which is quadratic in their number.
 */
public final class OperatorAlgebra {
    private final IdentityHashMap<List<TreeNode>, List<TreeNode>> sequences = new IdentityHashMap<>();
    private final IdentityHashMap<List<TreeNode>, List<TreeNode>> choices = new IdentityHashMap<>();

    private OperatorAlgebra() {}

    /** Returns the node with the operators below it in normal form; an operator at the root stays. */
    public static TreeNode normalise(TreeNode root) {
        return new OperatorAlgebra().withNormalChildren(root);
    }

    private TreeNode withNormalChildren(TreeNode node) {
        return node.withChildren(normal(node.children(), node.is(Operator.CHOICE)));
    }

    private List<TreeNode> normal(List<TreeNode> children, boolean branches) {
        IdentityHashMap<List<TreeNode>, List<TreeNode>> known = branches ? choices : sequences;
        List<TreeNode> found = known.get(children);
        if (found == null) {
            found = List.copyOf(reduced(children, branches));
            known.put(children, found);
        }
        return found;
    }

    private List<TreeNode> reduced(List<TreeNode> children, boolean branches) {
        List<TreeNode> reduced = new ArrayList<>(children.size());
        for (TreeNode child : children) {
            TreeNode normal = withNormalChildren(child);
            if (branches) {
                reduced.add(OperatorLaws.asBranch(normal));
            } else {
                reduced.addAll(OperatorLaws.asSequence(normal));
            }
        }
        return reduced;
    }
}
