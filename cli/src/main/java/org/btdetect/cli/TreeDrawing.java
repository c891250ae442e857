package org.btdetect.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.TreeNode;
import org.jspecify.annotations.Nullable;

/**
 * Draws a tree with one node a line: in a margin the layer, where it differs from the line above, and the node's id; the node; at
 * the right where it is defined.
 */
final class TreeDrawing {
    private static final int LAYER = 10;

    private final PrintWriter out;
    private final Colours colours;
    private final DrawingOptions options;
    private @Nullable Layer layerAbove;
    private int margin;

    TreeDrawing(PrintWriter out, Colours colours, DrawingOptions options) {
        this.out = out;
        this.colours = colours;
        this.options = options;
    }

    void draw(BehaviorTree tree) {
        margin = LAYER + ("n" + tree.size()).length() + 1;
        line(tree.root(), "", NodeText.ofRoot(tree));
        drawBelow(tree.root(), "", 1);
        out.flush();
    }

    private void drawBelow(TreeNode parent, String indent, int depth) {
        List<TreeNode> children =
                parent.children().stream().filter(this::isShown).toList();
        if (depth > options.depth() && !children.isEmpty()) {
            long hidden = parent.stream().filter(this::isShown).count() - 1;
            out.println(
                    " ".repeat(margin) + colours.faint(indent + "└─ … " + hidden + (hidden == 1 ? " node" : " nodes")));
            return;
        }
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            TreeNode child = children.get(i);
            line(child, indent + (last ? "└─ " : "├─ "), NodeText.of(child));
            drawBelow(child, indent + (last ? "   " : "│  "), depth + 1);
        }
    }

    private boolean isShown(TreeNode node) {
        return node.stream()
                .anyMatch(below ->
                        below.kind() != NodeKind.OPERATOR && options.layers().contains(below.layer()));
    }

    private void line(TreeNode node, String indent, NodeText text) {
        boolean same = node.layer() == layerAbove;
        layerAbove = node.layer();
        String layer = same ? "" : node.layer().id().toUpperCase(Locale.ROOT);
        String id = " ".repeat(Math.max(0, margin - LAYER - 1 - node.id().length())) + node.id() + " ";
        int room = options.width() - margin - indent.length() - text.length();
        boolean fits = room >= text.right().length() + 2;
        NodeText shown = fits || !options.cut() ? text : text.cut(text.length() + room);
        String gap = fits ? " ".repeat(room - text.right().length()) : "  ";
        out.print(colours.layer(node.layer(), layer) + " ".repeat(LAYER - layer.length()) + colours.faint(id + indent));
        out.print(shown.coloured(node, colours));
        out.println(fits || !options.cut() ? colours.faint((gap + text.right()).stripTrailing()) : "");
    }
}
