package org.btdetect.tree;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The behaviour tree of one activity: what the sources let happen when it is asked for.
 *
 * @param activity what the tree is the tree of
 * @param root the action's node, numbered
 */
public record BehaviorTree(Activity activity, TreeNode root) implements Comparable<BehaviorTree> {
    /** Rejects a root that is no action, a tree that is not numbered in pre-order, and a node to which nothing leads. */
    public BehaviorTree {
        if (root.kind() != NodeKind.ACTION) {
            throw new IllegalArgumentException("the root of " + activity.name() + " is no action");
        }
        int next = 0;
        for (TreeNode node : root.stream().toList()) {
            if (!node.id().equals("n" + next)) {
                throw new IllegalArgumentException(activity.name() + " is not numbered at " + node.id());
            }
            if ((next == 0) != (node.edge().kind() == EdgeKind.ROOT)) {
                throw new IllegalArgumentException(activity.name() + " has a wrong edge at " + node.id());
            }
            next++;
        }
    }

    /** Returns the action's name. */
    public ActionName name() {
        return activity.name();
    }

    /** Returns all nodes in pre-order. */
    public Stream<TreeNode> nodes() {
        return root.stream();
    }

    /** Returns the number of nodes. */
    public int size() {
        return (int) nodes().count();
    }

    /** Returns the layers in which the tree has a node that is no operator, without that of the root. */
    public Set<Layer> layers() {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        nodes().skip(1).filter(node -> node.kind() != NodeKind.OPERATOR).forEach(node -> layers.add(node.layer()));
        return Collections.unmodifiableSet(layers);
    }

    /** Returns the nodes that stand for calls that the analysis could not follow, in pre-order. */
    public List<TreeNode> unresolved() {
        return nodes().filter(node -> node.kind() == NodeKind.UNRESOLVED).toList();
    }

    /** Trees are ordered by the names of their actions. */
    @Override
    public int compareTo(BehaviorTree other) {
        return name().compareTo(other.name());
    }
}
