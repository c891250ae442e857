package org.btdetect.tree.io;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/** Builds a tree from its nodes in pre-order, and rejects what is none. */
final class TreeAssembler {
    /** Deeper trees come from no analysis, and would exhaust the stack of whoever walks them. */
    static final int MAX_DEPTH = 2000;

    private final List<TreeNode> nodes = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    /** Adds the next node, without children; the first has the empty text as its parent. */
    void add(TreeNode node, String parent) throws TreeFormatException {
        int position = nodes.size();
        if (!node.id().equals("n" + position)) {
            throw new TreeFormatException("node n" + position + " is missing before " + node.id());
        }
        int above = position == 0 ? -1 : positions.getOrDefault(parent, -1);
        if (position == 0 ? !parent.isEmpty() : above < 0) {
            throw new TreeFormatException("node " + node.id() + " does not stand below a node before it");
        }
        int depth = position == 0 ? 0 : depths.get(above) + 1;
        if (depth > MAX_DEPTH) {
            throw new TreeFormatException("the tree is deeper than " + MAX_DEPTH + " at " + node.id());
        }
        nodes.add(node);
        parents.add(above);
        depths.add(depth);
        positions.put(node.id(), position);
    }

    /** Returns the tree of the nodes that were added. */
    BehaviorTree tree(Activity activity) throws TreeFormatException {
        if (nodes.isEmpty() || nodes.get(0).kind() != NodeKind.ACTION) {
            throw new TreeFormatException("the first node is no action");
        }
        checkReferences();
        try {
            return new BehaviorTree(activity, root());
        } catch (IllegalArgumentException failure) {
            throw new TreeFormatException("no tree: " + failure.getMessage(), failure);
        }
    }

    private TreeNode root() {
        Map<Integer, Deque<TreeNode>> below = new HashMap<>();
        for (int position = nodes.size() - 1; position > 0; position--) {
            TreeNode complete = complete(position, below);
            below.computeIfAbsent(parents.get(position), key -> new ArrayDeque<>())
                    .push(complete);
        }
        return complete(0, below);
    }

    private TreeNode complete(int position, Map<Integer, Deque<TreeNode>> below) {
        Deque<TreeNode> children = below.remove(position);
        return children == null ? nodes.get(position) : nodes.get(position).withChildren(List.copyOf(children));
    }

    private void checkReferences() throws TreeFormatException {
        for (TreeNode node : nodes) {
            if (node.subject() instanceof Subject.Reference reference && !positions.containsKey(reference.target())) {
                throw new TreeFormatException(node.id() + " refers to " + reference.target() + ", which is no node");
            }
        }
    }
}
