package org.btdetect.tree;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The laws of {@link OperatorAlgebra}, each for a node whose children are in normal form. */
final class OperatorLaws {
    private OperatorLaws() {}

    /** Returns the normal form of a node in an implicit sequence. */
    static List<TreeNode> asSequence(TreeNode node) {
        if (node.kind() != NodeKind.OPERATOR) {
            return List.of(node);
        }
        if (node.children().isEmpty()) {
            return List.of();
        }
        if (node.is(Operator.SEQUENCE)) {
            return dissolve(node);
        }
        if (node.is(Operator.CHOICE)) {
            TreeNode branch = asBranch(node);
            return branch.is(Operator.CHOICE) ? List.of(branch) : asSequence(branch);
        }
        return List.of(absorb(node));
    }

    /** Returns the normal form of a node that has to remain one node. */
    static TreeNode asBranch(TreeNode node) {
        if (node.is(Operator.CHOICE)) {
            return choice(node);
        }
        List<TreeNode> sequence = asSequence(node);
        return sequence.size() == 1 ? sequence.get(0) : node.withSubject(control(Operator.SEQUENCE, node));
    }

    private static TreeNode choice(TreeNode node) {
        List<TreeNode> branches = new ArrayList<>();
        boolean empty = node.children().isEmpty();
        for (TreeNode child : node.children()) {
            empty |= addBranch(child, branches);
        }
        List<TreeNode> merged = mergeAlike(branches);
        if (merged.isEmpty()) {
            return node.withSubject(control(Operator.SEQUENCE, node)).withChildren(List.of());
        }
        if (empty) {
            return optional(node, merged);
        }
        return merged.size() == 1 ? inherit(node, merged.get(0)) : node.withChildren(merged);
    }

    /** Adds the non-empty branches that a child of a choice stands for, and returns whether it may also be empty. */
    private static boolean addBranch(TreeNode child, List<TreeNode> branches) {
        if (child.kind() == NodeKind.OPERATOR && child.children().isEmpty()) {
            return true;
        }
        boolean optional = child.is(Operator.OPTIONAL);
        if (!optional && !child.is(Operator.CHOICE)) {
            branches.add(child);
            return false;
        }
        boolean empty = optional;
        if (optional && child.children().size() > 1) {
            branches.add(child.withSubject(control(Operator.SEQUENCE, child)));
            return true;
        }
        for (TreeNode branch : dissolve(child)) {
            empty |= addBranch(branch, branches);
        }
        return empty;
    }

    private static TreeNode optional(TreeNode choice, List<TreeNode> branches) {
        TreeNode optional = choice.withSubject(control(Operator.OPTIONAL, choice));
        if (branches.size() > 1) {
            Place place = choice.subject().place();
            return optional.withChildren(List.of(TreeNode.control(Operator.CHOICE, choice.layer(), place, branches)));
        }
        TreeNode only = branches.get(0);
        TreeNode guarded = guardedBy(only, optional);
        return absorb(guarded.withChildren(asSequence(only.withEdge(only.edge().withGuard("")))));
    }

    /** Applies the laws of an operator around a single operator. */
    private static TreeNode absorb(TreeNode node) {
        if (node.children().size() != 1) {
            return node;
        }
        TreeNode only = node.children().get(0);
        if (node.is(Operator.OPTIONAL) && only.is(Operator.LOOP)) {
            return inherit(node, only);
        }
        if (node.is(Operator.LOOP) && only.is(Operator.OPTIONAL)) {
            return absorb(node.withChildren(dissolve(only)));
        }
        if (only.kind() == NodeKind.OPERATOR && only.subject().isSameAs(node.subject())) {
            TreeNode guarded = guardedBy(only, node);
            return absorb(
                    guarded.withChildren(dissolve(only.withEdge(only.edge().withGuard("")))));
        }
        return node;
    }

    private static TreeNode guardedBy(TreeNode inner, TreeNode outer) {
        String guard = Guards.and(outer.edge().guard(), inner.edge().guard());
        return outer.withEdge(outer.edge().withGuard(guard));
    }

    private static List<TreeNode> mergeAlike(List<TreeNode> branches) {
        List<TreeNode> merged = new ArrayList<>();
        for (TreeNode branch : branches) {
            int alike = indexOfAlike(merged, branch);
            if (alike < 0) {
                merged.add(branch);
            } else {
                Edge edge = merged.get(alike).edge();
                String guard = Guards.or(edge.guard(), branch.edge().guard());
                merged.set(alike, merged.get(alike).withEdge(edge.withGuard(guard)));
            }
        }
        return merged;
    }

    private static int indexOfAlike(List<TreeNode> branches, TreeNode branch) {
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i).behavesLike(branch)) {
                return i;
            }
        }
        return -1;
    }

    private static Subject control(Operator operator, TreeNode node) {
        return new Subject.Control(operator, node.subject().place());
    }

    private static List<TreeNode> dissolve(TreeNode operator) {
        return operator.children().stream()
                .map(child -> inherit(operator, child))
                .toList();
    }

    /** Returns a node as it is below a function that has been skipped. */
    static TreeNode inheritSkipped(TreeNode skipped, TreeNode inner) {
        Edge edge = inner.edge()
                .below(skipped.edge(), skipped.name(), skipped.subject().place());
        return inner.withEdge(edge).withMarks(union(skipped.marks(), inner.marks()));
    }

    private static TreeNode inherit(TreeNode outer, TreeNode inner) {
        return inner.withEdge(inner.edge().below(outer.edge())).withMarks(union(outer.marks(), inner.marks()));
    }

    private static Set<Mark> union(Set<Mark> left, Set<Mark> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Set<Mark> union = EnumSet.copyOf(left);
        union.addAll(right);
        return union;
    }
}
