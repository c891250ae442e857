package org.btdetect.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the nodes of a complete tree their ids {@code n0}, {@code n1}, ... in pre-order.
 *
 * <p>References are redirected from provisional ids: to the nearest enclosing node of that id, else to the first node of that
 * id that stands earlier in pre-order. Where nodes are shared (the same children below several nodes of the same subject),
 * a large subtree is written out once and referred to afterwards, so that the tree's size stays within the size of the shared
 * structure that the grower built.
 */
public final class Numbering {
    private final Map<String, Deque<String>> enclosing = new HashMap<>();
    private final Map<String, String> earlier = new HashMap<>();
    private final IdentityHashMap<List<TreeNode>, List<Written>> written = new IdentityHashMap<>();
    private final SharedSize size;
    private int next;

    private Numbering(int shareFrom) {
        size = new SharedSize(shareFrom);
    }

    /** Returns the tree with ids, every shared node written out wherever it stands. */
    public static TreeNode number(TreeNode root) {
        return new Numbering(Integer.MAX_VALUE).visit(root);
    }

    /**
     * Returns the tree with ids, shared nodes written out once.
     *
     * @param shareFrom the number of nodes from which on a shared subtree becomes a reference
     */
    public static TreeNode numberSharing(TreeNode root, int shareFrom) {
        return new Numbering(shareFrom).visit(root);
    }

    private TreeNode visit(TreeNode node) {
        String id = "n" + next++;
        if (node.subject() instanceof Subject.Reference reference) {
            return node.withId(id).withSubject(redirected(reference));
        }
        String standing = standingElsewhere(node);
        if (!standing.isEmpty()) {
            return referTo(standing, node.withId(id));
        }
        remember(node, id);
        String provisional = node.id();
        enclosing.computeIfAbsent(provisional, key -> new ArrayDeque<>()).push(id);
        List<TreeNode> children = new ArrayList<>(node.children().size());
        node.children().forEach(child -> children.add(visit(child)));
        enclosing.getOrDefault(provisional, new ArrayDeque<>()).pop();
        return node.withId(id).withChildren(children);
    }

    private Subject redirected(Subject.Reference reference) {
        Deque<String> around = enclosing.getOrDefault(reference.target(), new ArrayDeque<>());
        String target = around.isEmpty() ? earlier.get(reference.target()) : around.peek();
        if (target == null) {
            throw new IllegalArgumentException("the reference to " + reference.name()
                    + " points to a node that neither encloses nor precedes it: " + reference.target());
        }
        return new Subject.Reference(reference.name(), reference.place(), target);
    }

    private static TreeNode referTo(String target, TreeNode node) {
        return node.withChildren(List.of())
                .withSubject(new Subject.Reference(node.name(), node.subject().place(), target));
    }

    private String standingElsewhere(TreeNode node) {
        if (!isShareable(node)) {
            return "";
        }
        return written.getOrDefault(node.children(), List.of()).stream()
                .filter(other -> other.node.layer() == node.layer()
                        && other.node.subject().equals(node.subject()))
                .map(Written::id)
                .findFirst()
                .orElse("");
    }

    private void remember(TreeNode node, String id) {
        earlier.putIfAbsent(node.id(), id);
        if (isShareable(node)) {
            written.computeIfAbsent(node.children(), key -> new ArrayList<>()).add(new Written(node, id));
        }
    }

    private boolean isShareable(TreeNode node) {
        return node.kind() != NodeKind.OPERATOR && size.isLarge(node.children());
    }

    private record Written(TreeNode node, String id) {}
}
