package org.btdetect.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.TreeNode;

/**
 * What a picture of a tree shows: entries into layers and operations, each at the first place where it stands, below the operators
 * that still hold something. Intermediate functions, exception paths, mere reading and references are left out.
 */
final class Outline {
    private final Set<String> shown = new HashSet<>();

    private Outline() {}

    static TreeNode of(TreeNode root) {
        return root.withChildren(new Outline().below(root));
    }

    private List<TreeNode> below(TreeNode node) {
        List<TreeNode> kept = new ArrayList<>();
        node.children().forEach(child -> kept.addAll(outline(child)));
        return kept;
    }

    private List<TreeNode> outline(TreeNode node) {
        if (node.marks().contains(Mark.ERROR) || node.marks().contains(Mark.AUX)) {
            return List.of();
        }
        if (node.kind() == NodeKind.OPERATOR) {
            List<TreeNode> children = below(node);
            return children.isEmpty() ? List.of() : List.of(node.withChildren(children));
        }
        boolean operation = node.kind() == NodeKind.ENTRY || node.kind() == NodeKind.BOUNDARY;
        if (!operation) {
            return below(node);
        }
        boolean fresh = shown.add(node.layer() + " " + node.label());
        return fresh ? List.of(node.withChildren(below(node))) : List.of();
    }
}
