package org.btdetect.tree.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * All trees of a library as one graph: each action, function and boundary operation once, with an edge for each that may lead to
 * another, and the actions in which it does.
 *
 * <p>Operators and the steps on the way are left out, a reference is the node that it stands for. A path of the graph is one
 * of an action where all its edges have that action; a path of edges of several actions need not be possible.
 */
public final class MergedGraph {
    private final Map<String, ExportGraph.Node> nodes = new TreeMap<>();
    private final Map<String, Map<String, Way>> ways = new TreeMap<>();

    private MergedGraph() {}

    /** How one node leads to another. */
    private record Way(String label, SortedSet<String> actions) {}

    /** Returns the graph of trees. */
    static ExportGraph of(List<BehaviorTree> trees) {
        MergedGraph graph = new MergedGraph();
        for (BehaviorTree tree : trees) {
            String action = tree.name().toString();
            String root = "action\n" + action;
            graph.nodes.put(root, new ExportGraph.Node("", action, TreeGraph.definition(tree.root())));
            graph.addBelow(tree.root(), root, action);
        }
        return graph.numbered();
    }

    private void addBelow(TreeNode parent, String from, String action) {
        for (TreeNode child : parent.children()) {
            if (child.kind() == NodeKind.OPERATOR) {
                addBelow(child, from, action);
                continue;
            }
            String to = node(child);
            ways.computeIfAbsent(from, key -> new TreeMap<>())
                    .computeIfAbsent(to, key -> new Way(child.edge().kind().id(), new TreeSet<>()))
                    .actions
                    .add(action);
            addBelow(child, to, action);
        }
    }

    /** Puts a node into the graph, and returns what is the same for all nodes that are the same one. */
    private String node(TreeNode node) {
        boolean boundary = node.kind() == NodeKind.BOUNDARY || node.kind() == NodeKind.UNRESOLVED;
        String kind = boundary ? node.kind().id() : "function";
        String text = boundary ? node.label() : node.name();
        String key = kind + "\n" + node.layer().id() + "\n" + text + "\n"
                + (boundary ? "" : node.subject().place().file());
        if (!(node.subject() instanceof Subject.Reference)) {
            nodes.merge(key, made(node), MergedGraph::preferred);
        } else {
            nodes.computeIfAbsent(key, unseen -> made(node));
        }
        return key;
    }

    private static ExportGraph.Node made(TreeNode node) {
        return new ExportGraph.Node("", node.label(), TreeGraph.definition(node));
    }

    /** A function may have a node of another kind in another tree: an entry says most, a reference least. */
    private static ExportGraph.Node preferred(ExportGraph.Node one, ExportGraph.Node other) {
        List<String> order = List.of(NodeKind.ENTRY.id(), NodeKind.CALL.id(), NodeKind.REFERENCE.id());
        int here = order.indexOf(one.attributes().get("kind"));
        int there = order.indexOf(other.attributes().get("kind"));
        return there >= 0 && there < here ? other : one;
    }

    private ExportGraph numbered() {
        Map<String, String> ids = new LinkedHashMap<>();
        List<ExportGraph.Node> all = new ArrayList<>();
        nodes.forEach((key, node) -> {
            String id = "n" + ids.size();
            ids.put(key, id);
            all.add(new ExportGraph.Node(id, node.label(), node.attributes()));
        });
        List<ExportGraph.Edge> edges = new ArrayList<>();
        ways.forEach((from, targets) -> targets.forEach((to, way) -> {
            SortedMap<String, String> attributes = new TreeMap<>();
            attributes.put("actions", String.join(" ", way.actions));
            edges.add(
                    new ExportGraph.Edge(ids.getOrDefault(from, ""), ids.getOrDefault(to, ""), way.label, attributes));
        }));
        return new ExportGraph(all, edges);
    }
}
