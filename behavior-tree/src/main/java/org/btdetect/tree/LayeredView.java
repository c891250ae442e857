package org.btdetect.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Derives the layered view from the full view: intermediate functions disappear into the {@code via} of what they lead to.
 *
 * <p>A function that leads to nothing disappears without a trace. One to which a reference from below points stays, since the
 * reference would otherwise point nowhere. Works before {@link Numbering}, on shared nodes, each of which is visited once. The
 * result's operators are in normal form.
 *
 * <p>Skipping a function that is called from several places copies what it leads to, level by level, which can grow beyond
 * all bounds. Such a function therefore stays from a given size on, for {@link Numbering} to write out once.
 */
public final class LayeredView {
    private final Set<String> targets = new HashSet<>();
    private final Set<String> lost = new HashSet<>();
    private final IdentityHashMap<List<TreeNode>, List<TreeNode>> sequences = new IdentityHashMap<>();
    private final IdentityHashMap<List<TreeNode>, List<TreeNode>> choices = new IdentityHashMap<>();

    private final IdentityHashMap<List<TreeNode>, Integer> uses = new IdentityHashMap<>();
    private final SharedSize size;

    private LayeredView(int shareFrom) {
        size = new SharedSize(shareFrom);
    }

    /** Returns the layered view of a full tree, unnumbered, without any intermediate function but the targets of references. */
    public static TreeNode of(TreeNode root) {
        return of(root, Integer.MAX_VALUE);
    }

    /**
     * Returns the layered view of a full tree, unnumbered.
     *
     * @param shareFrom the number of nodes from which on a function that is called from several places stays
     */
    public static TreeNode of(TreeNode root, int shareFrom) {
        LayeredView view = new LayeredView(shareFrom);
        view.collect(root.children());
        return OperatorAlgebra.normalise(view.withProjectedChildren(root));
    }

    private void collect(List<TreeNode> children) {
        if (uses.merge(children, 1, Integer::sum) > 1) {
            return;
        }
        for (TreeNode child : children) {
            if (child.subject() instanceof Subject.Reference reference) {
                targets.add(reference.target());
            }
            collect(child.children());
        }
    }

    private TreeNode withProjectedChildren(TreeNode node) {
        return node.withChildren(projected(node.children(), node.is(Operator.CHOICE)));
    }

    private List<TreeNode> projected(List<TreeNode> children, boolean branches) {
        IdentityHashMap<List<TreeNode>, List<TreeNode>> known = branches ? choices : sequences;
        List<TreeNode> found = known.get(children);
        if (found == null) {
            found = project(children, branches);
            known.put(children, found);
        }
        return found;
    }

    private List<TreeNode> project(List<TreeNode> children, boolean branches) {
        List<TreeNode> projected = new ArrayList<>(children.size());
        for (TreeNode child : children) {
            if (branches) {
                projected.add(projectBranch(child));
            } else if (child.kind() == NodeKind.CALL) {
                projected.addAll(skip(child));
            } else if (!isLost(child)) {
                projected.add(withProjectedChildren(child));
            }
        }
        return List.copyOf(projected);
    }

    private TreeNode projectBranch(TreeNode child) {
        if (child.kind() != NodeKind.CALL) {
            return isLost(child) ? sequence(child, List.of()) : withProjectedChildren(child);
        }
        List<TreeNode> below = skip(child.withEdge(child.edge().withGuard("")));
        return below.size() == 1 ? guarded(below.get(0), child.edge().guard()) : sequence(child, below);
    }

    private List<TreeNode> skip(TreeNode call) {
        List<TreeNode> below = projected(call.children(), false);
        if (leadNowhere(below, Set.of(call.id()))) {
            lost.add(call.id());
            return List.of();
        }
        if (stays(call, below)) {
            return List.of(call.withChildren(below));
        }
        return below.stream()
                .map(node -> OperatorLaws.inheritSkipped(call, node))
                .toList();
    }

    private boolean stays(TreeNode call, List<TreeNode> below) {
        boolean target = !call.id().isEmpty() && targets.contains(call.id());
        return target || (uses.getOrDefault(call.children(), 0) > 1 && size.isLarge(below));
    }

    private boolean isLost(TreeNode node) {
        return node.subject() instanceof Subject.Reference reference && lost.contains(reference.target());
    }

    private static TreeNode sequence(TreeNode branch, List<TreeNode> children) {
        Place place = branch.subject().place();
        return guarded(
                TreeNode.control(Operator.SEQUENCE, branch.layer(), place, children),
                branch.edge().guard());
    }

    private static TreeNode guarded(TreeNode node, String guard) {
        return node.withEdge(node.edge().withGuard(Guards.and(guard, node.edge().guard())));
    }

    /** Returns whether nodes do nothing but recur to what encloses them. */
    private static boolean leadNowhere(List<TreeNode> nodes, Set<String> enclosing) {
        for (TreeNode node : nodes) {
            if (!leadsNowhere(node, enclosing)) {
                return false;
            }
        }
        return true;
    }

    private static boolean leadsNowhere(TreeNode node, Set<String> enclosing) {
        if (node.subject() instanceof Subject.Reference reference) {
            return enclosing.contains(reference.target());
        }
        if (node.kind() == NodeKind.OPERATOR) {
            return leadNowhere(node.children(), enclosing);
        }
        if (node.kind() != NodeKind.CALL) {
            return false;
        }
        Set<String> within = new HashSet<>(enclosing);
        within.add(node.id());
        return leadNowhere(node.children(), within);
    }
}
