package org.btdetect.tree.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.TreeNode;

/** Writes a tree for Mermaid, level by level, as far as Mermaid draws it: its viewers refuse larger drawings. */
final class MermaidWriter {
    private static final int MAX_NODES = 300;
    private static final int MAX_LABEL = 48;

    private final Map<Layer, StringBuilder> nodes = new EnumMap<>(Layer.class);
    private final StringBuilder edges = new StringBuilder();
    private int shown;
    private int left;

    private MermaidWriter() {}

    static String write(BehaviorTree tree) {
        MermaidWriter writer = new MermaidWriter();
        writer.add(tree.root());
        return writer.text();
    }

    private void add(TreeNode root) {
        Deque<TreeNode> open = new ArrayDeque<>();
        open.add(root);
        show(root);
        while (!open.isEmpty()) {
            TreeNode parent = open.remove();
            for (TreeNode child : parent.children()) {
                if (shown == MAX_NODES) {
                    left += (int) child.stream().count();
                    continue;
                }
                show(child);
                String guard = child.edge().guard();
                edges.append("  ")
                        .append(parent.id())
                        .append(guard.isEmpty() ? " --> " : " -->|" + quoted(guard) + "| ");
                edges.append(child.id()).append('\n');
                open.add(child);
            }
        }
    }

    private void show(TreeNode node) {
        shown++;
        boolean round = node.kind() == NodeKind.OPERATOR;
        nodes.computeIfAbsent(node.layer(), key -> new StringBuilder())
                .append("    ")
                .append(node.id())
                .append(round ? "([" : "[")
                .append(quoted(node.label()))
                .append(round ? "])" : "]")
                .append('\n');
    }

    private String text() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        nodes.forEach((layer, content) -> text.append("  subgraph ")
                .append(layer.id().toUpperCase(Locale.ROOT))
                .append('\n')
                .append(content)
                .append("  end\n"));
        text.append(edges);
        return left == 0
                ? text.toString()
                : text.append("  more[\"")
                        .append(left)
                        .append(" more nodes\"]\n")
                        .toString();
    }

    private static String quoted(String text) {
        String line = XmlText.printable(text).replaceAll("\\s+", " ").strip();
        String cut = line.length() <= MAX_LABEL ? line : line.substring(0, MAX_LABEL - 1) + "…";
        return "\""
                + cut.replace("#", "#35;")
                        .replace("\"", "#quot;")
                        .replace("<", "#lt;")
                        .replace("`", "'") + "\"";
    }
}
