package org.btdetect.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.Edge;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Place;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/** Prints the way from an action to a node. */
final class WayText {
    private final PrintWriter out;

    WayText(PrintWriter out) {
        this.out = out;
    }

    void print(List<TreeNode> way) {
        for (TreeNode node : way) {
            if (node.edge().kind() != EdgeKind.ROOT) {
                edge(node.edge());
            }
            out.println(node.id() + " " + NodeText.oneLine(node.label()) + properties(node)
                    + at("", node.subject().place()));
        }
    }

    private static String properties(TreeNode node) {
        List<String> properties = new ArrayList<>();
        properties.add(node.layer().id());
        node.marks().forEach(mark -> properties.add(mark.id()));
        if (node.subject() instanceof Subject.Reference reference) {
            properties.add("stands for " + reference.target());
        }
        if (node.subject() instanceof Subject.Unresolved call) {
            properties.add("unresolved: " + call.reason());
        }
        return " (" + String.join(", ", properties) + ")";
    }

    private void edge(Edge edge) {
        if (!edge.guard().isEmpty()) {
            out.println("  under the condition: " + NodeText.oneLine(edge.guard()));
        }
        for (Hop hop : edge.via()) {
            step(hop.kind(), hop.evidence());
            out.println("     " + NodeText.oneLine(hop.name()) + at("", hop.place()));
        }
        if (edge.kind() != EdgeKind.CONTROL) {
            step(edge.kind(), edge.evidence());
        }
        if (edge.certainty() == Certainty.AMBIGUOUS) {
            out.println("    not certain: other callees are possible");
        }
    }

    private void step(EdgeKind kind, Place evidence) {
        out.println("  " + kind.id() + at(" at", evidence) + ": " + kind.doc());
    }

    private static String at(String word, Place place) {
        return place.isKnown() ? word + " " + place : "";
    }
}
