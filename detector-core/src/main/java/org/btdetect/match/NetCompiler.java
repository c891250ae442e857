package org.btdetect.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * Compiles a behaviour tree, projected onto some of its nodes, into a net.
 *
 * <p>A subtree that a reference points to has its positions once, whoever refers to it: what follows one reference may then
 * follow another, which allows more than the tree does and never less. As references may lead to what encloses them, the
 * sets are computed again until they no longer grow.
 */
final class NetCompiler {
    /** Which positions can be first and last below a node, and whether the node may leave no position at all. */
    private static final class Ends {
        private final BitSet first = new BitSet();
        private final BitSet last = new BitSet();
        private boolean isSkippable;

        private boolean add(BitSet firsts, BitSet lasts, boolean skippable) {
            int before = first.cardinality() + last.cardinality();
            boolean wasSkippable = isSkippable;
            first.or(firsts);
            last.or(lasts);
            isSkippable |= skippable;
            return before != first.cardinality() + last.cardinality() || wasSkippable != isSkippable;
        }
    }

    private final Map<String, Ends> ends = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<BitSet> follow = new ArrayList<>();
    private boolean hasGrown;

    private NetCompiler(BehaviorTree tree, Predicate<TreeNode> isPosition) {
        tree.nodes().forEach(node -> {
            ends.put(node.id(), new Ends());
            if (isPosition.test(node)) {
                positions.put(node.id(), names.size());
                names.add(node.name());
                follow.add(new BitSet());
            }
        });
    }

    /** Compiles a tree; the nodes that the predicate accepts become positions, and what is below them is left out. */
    static EffectNet compile(BehaviorTree tree, Predicate<TreeNode> isPosition) {
        NetCompiler compiler = new NetCompiler(tree, isPosition);
        do {
            compiler.hasGrown = false;
            compiler.visit(tree.root());
        } while (compiler.hasGrown);
        return EffectNet.of(compiler.names, compiler.follow);
    }

    private Ends visit(TreeNode node) {
        Ends own = ends(node.id());
        Integer position = positions.get(node.id());
        if (position != null) {
            BitSet one = new BitSet();
            one.set(position);
            grow(own, one, one, false);
            return own;
        }
        if (node.subject() instanceof Subject.Reference reference) {
            Ends target = ends(reference.target());
            grow(own, target.first, target.last, target.isSkippable);
            return own;
        }
        Ends inner = node.is(Operator.CHOICE) ? choice(node) : sequence(node);
        boolean skippable = inner.isSkippable || node.is(Operator.OPTIONAL) || node.is(Operator.LOOP);
        if (node.is(Operator.LOOP)) {
            connect(inner.last, inner.first);
        }
        grow(own, inner.first, inner.last, skippable);
        return own;
    }

    private Ends choice(TreeNode node) {
        Ends inner = new Ends();
        node.children().stream()
                .map(this::visit)
                .forEach(branch -> inner.add(branch.first, branch.last, branch.isSkippable));
        return inner;
    }

    private Ends sequence(TreeNode node) {
        Ends inner = new Ends();
        inner.isSkippable = true;
        List<BitSet> parallel = new ArrayList<>();
        for (TreeNode child : node.children()) {
            if (child.kind() == NodeKind.UNRESOLVED) {
                continue;
            }
            Ends next = visit(child);
            connect(inner.last, next.first);
            parallel.forEach(beside -> interleave(beside, next));
            if (inner.isSkippable) {
                inner.first.or(next.first);
            }
            boolean isBeside = child.is(Operator.PARALLEL);
            if (!next.isSkippable && !isBeside) {
                inner.last.clear();
            }
            inner.last.or(next.last);
            inner.isSkippable &= next.isSkippable || isBeside;
            if (isBeside) {
                parallel.add(below(child));
            }
        }
        return inner;
    }

    /** What runs beside the rest of a sequence may come before and after anything of it. */
    private void interleave(BitSet beside, Ends next) {
        connect(beside, next.first);
        connect(next.last, beside);
    }

    private BitSet below(TreeNode node) {
        BitSet all = new BitSet();
        node.stream().map(TreeNode::id).map(positions::get).forEach(position -> {
            if (position != null) {
                all.set(position);
            }
        });
        return all;
    }

    private void connect(BitSet from, BitSet to) {
        from.stream().forEach(position -> {
            BitSet next = follow.get(position);
            int before = next.cardinality();
            next.or(to);
            hasGrown |= before != next.cardinality();
        });
    }

    private void grow(Ends own, BitSet first, BitSet last, boolean skippable) {
        hasGrown |= own.add(first, last, skippable);
    }

    private Ends ends(String id) {
        Ends found = ends.get(id);
        if (found == null) {
            throw new IllegalArgumentException("a reference points to " + id + ", which the tree does not have");
        }
        return found;
    }
}
