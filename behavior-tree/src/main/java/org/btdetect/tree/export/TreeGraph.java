package org.btdetect.tree.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Mark;
import org.btdetect.tree.Place;
import org.btdetect.tree.TreeNode;

/** One tree as a graph. */
final class TreeGraph {
    private final List<ExportGraph.Node> nodes = new ArrayList<>();
    private final List<ExportGraph.Edge> edges = new ArrayList<>();

    private TreeGraph() {}

    static ExportGraph of(BehaviorTree tree) {
        TreeGraph graph = new TreeGraph();
        graph.add(tree.root());
        return new ExportGraph(graph.nodes, graph.edges);
    }

    private void add(TreeNode node) {
        nodes.add(new ExportGraph.Node(node.id(), node.label(), attributes(node)));
        int order = 0;
        for (TreeNode child : node.children()) {
            SortedMap<String, String> attributes = new TreeMap<>();
            attributes.put("order", Integer.toString(order++));
            put("guard", child.edge().guard(), attributes);
            put("evidence", child.edge().evidence().toString(), attributes);
            edges.add(new ExportGraph.Edge(
                    node.id(), child.id(), child.edge().kind().id(), attributes));
            add(child);
        }
    }

    /** What a node is, without what only this occurrence of it has. */
    static SortedMap<String, String> definition(TreeNode node) {
        SortedMap<String, String> attributes = new TreeMap<>();
        Place place = node.subject().place();
        attributes.put("kind", node.kind().id());
        attributes.put("layer", node.layer().id());
        attributes.put("name", node.name());
        put("component", place.component(), attributes);
        put("file", place.file(), attributes);
        if (place.isKnown()) {
            attributes.put("line", Integer.toString(place.line()));
        }
        return attributes;
    }

    private static SortedMap<String, String> attributes(TreeNode node) {
        SortedMap<String, String> attributes = definition(node);
        put("marks", String.join(" ", node.marks().stream().map(Mark::id).toList()), attributes);
        return attributes;
    }

    private static void put(String name, String value, SortedMap<String, String> attributes) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
