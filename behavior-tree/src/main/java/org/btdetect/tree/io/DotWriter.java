package org.btdetect.tree.io;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.TreeNode;

/** Writes a tree for Graphviz, every layer in a cluster and a colour of its own. */
public final class DotWriter {
    /** Longer labels make drawings that nobody can take in; the files for programs hold the whole text. */
    private static final int MAX_LABEL = 60;

    private final Map<Layer, StringBuilder> nodes = new EnumMap<>(Layer.class);
    private final StringBuilder edges = new StringBuilder();

    private DotWriter() {}

    /** Returns the tree as text. */
    public static String write(BehaviorTree tree) {
        DotWriter writer = new DotWriter();
        writer.add(tree.root());
        return writer.text(tree.name().toString());
    }

    private String text(String name) {
        StringBuilder text = new StringBuilder("digraph " + quoted(name) + " {\n");
        text.append("  graph [rankdir=LR, fontname=\"Helvetica\", ranksep=0.35, nodesep=0.12, ordering=out];\n");
        text.append("  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", fontsize=10,"
                + " height=0.25, margin=\"0.08,0.03\"];\n");
        text.append("  edge [fontname=\"Helvetica\", fontsize=8, arrowsize=0.6, color=\"#555555\"];\n");
        nodes.forEach((layer, content) -> text.append("  subgraph ")
                .append(quoted("cluster_" + layer.id()))
                .append(" {\n    label=")
                .append(quoted(layer.id().toUpperCase(Locale.ROOT)))
                .append(";\n    style=filled;\n    color=")
                .append(quoted(colour(layer)))
                .append(";\n")
                .append(content)
                .append("  }\n"));
        return text.append(edges).append("}\n").toString();
    }

    private void add(TreeNode node) {
        nodes.computeIfAbsent(node.layer(), key -> new StringBuilder())
                .append("    ")
                .append(node.id())
                .append(" [label=")
                .append(quoted(shortened(node.label())))
                .append(shape(node))
                .append("];\n");
        for (TreeNode child : node.children()) {
            edges.append("  ")
                    .append(node.id())
                    .append(" -> ")
                    .append(child.id())
                    .append(edge(child));
            add(child);
        }
    }

    private static String edge(TreeNode child) {
        String guard = child.edge().guard();
        String label = guard.isEmpty() ? "" : "label=" + quoted(shortened(guard)) + ", ";
        boolean ambiguous = child.edge().certainty() == Certainty.AMBIGUOUS;
        return " [" + label + "tooltip=" + quoted(child.edge().kind().id()) + (ambiguous ? ", style=dashed" : "")
                + "];\n";
    }

    private static String shape(TreeNode node) {
        String shape = switch (node.kind()) {
            case ACTION -> ", shape=doubleoctagon";
            case ENTRY -> ", penwidth=2";
            case CALL -> "";
            case BOUNDARY -> ", shape=cds";
            case OPERATOR -> ", shape=ellipse, style=filled, fillcolor=\"#eeeeee\"";
            case UNRESOLVED -> ", color=red, style=\"filled,dashed\"";
            case REFERENCE -> ", style=\"filled,dotted\"";
        };
        boolean error = node.marks().contains(Mark.ERROR) && node.kind() != NodeKind.UNRESOLVED;
        return shape + (error ? ", color=red, fontcolor=\"#aa0000\"" : "");
    }

    private static String colour(Layer layer) {
        return switch (layer) {
            case USER -> "#f2f2f2";
            case API -> "#dce9f7";
            case CONDUCTOR -> "#e6e0f5";
            case SCHEDULER -> "#f3e2f0";
            case COMPUTE -> "#dff1e1";
            case LIBVIRT -> "#fbf1d3";
            case QEMU -> "#fbe0d3";
            case GUEST -> "#f7dcdc";
            case IMAGE -> "#d8efef";
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_LABEL ? line : line.substring(0, MAX_LABEL - 1) + "…";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
