package org.btdetect.tree.io;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Edge;
import org.btdetect.tree.TreeNode;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.graphml.GraphMLEventDrivenImporter;

/** Reads a tree from the GraphML that {@link GraphMlWriter} writes; keys that are not ours are passed over. */
public final class GraphMlReader {
    private final Map<String, Attributes> nodes = new HashMap<>();
    private final Map<String, Attributes> ways = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, Integer> lines;

    private GraphMlReader(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /** Returns the tree that the text describes. */
    public static BehaviorTree read(String xml) throws TreeFormatException {
        GraphMlReader reader = new GraphMlReader(XmlCheck.nodeLines(xml));
        reader.collect(xml);
        return reader.tree();
    }

    private void collect(String xml) throws TreeFormatException {
        GraphMLEventDrivenImporter importer = new GraphMLEventDrivenImporter();
        // The schema would be compiled for every file; the assembler checks more than it does.
        importer.setSchemaValidation(false);
        importer.addVertexConsumer(id -> nodes.put(id, new Attributes()));
        importer.addVertexAttributeConsumer((key, value) -> put(nodes, key.getFirst(), key.getSecond(), value));
        importer.addEdgeConsumer(edge -> addWay(edge.getFirst(), edge.getSecond()));
        importer.addEdgeAttributeConsumer((key, value) -> putWay(key.getFirst().getSecond(), key.getSecond(), value));
        try {
            importer.importInput(new StringReader(xml));
        } catch (ImportException failure) {
            throw new TreeFormatException("no GraphML: " + innermost(failure).getMessage(), failure);
        }
    }

    private void addWay(String parent, String child) {
        if (parents.put(child, parent) != null) {
            throw new ImportException("node " + child + " has two parents");
        }
    }

    private void putWay(String child, String name, Attribute value) {
        if (name.equals(GraphMlWriter.LABEL)) {
            labels.put(child, value.getValue());
        }
        put(ways, child, name, value);
    }

    private BehaviorTree tree() throws TreeFormatException {
        Map<Integer, String> order = new TreeMap<>();
        for (String id : nodes.keySet()) {
            order.put(number(id), id);
        }
        TreeAssembler assembler = new TreeAssembler();
        for (String id : order.values()) {
            try {
                assembler.add(node(id), parents.getOrDefault(id, ""));
            } catch (TreeFormatException failure) {
                throw new TreeFormatException(
                        "line " + lines.get(id) + ": node " + id + ": " + failure.getMessage(), failure);
            }
        }
        Attributes root = nodes.get("n0");
        if (root == null) {
            throw new TreeFormatException("no tree: there is no node n0");
        }
        return assembler.tree(root.activity());
    }

    private TreeNode node(String id) throws TreeFormatException {
        Attributes way = ways.getOrDefault(id, new Attributes());
        Edge edge = parents.containsKey(id) ? way.edge(labels.getOrDefault(id, "")) : Edge.ROOT;
        return nodes.getOrDefault(id, new Attributes()).node(id, edge);
    }

    private int number(String id) throws TreeFormatException {
        if (!id.matches("n[0-9]{1,9}")) {
            throw new TreeFormatException("line " + lines.get(id) + ": node " + id + " is not numbered");
        }
        return Integer.parseInt(id.substring(1));
    }

    private static void put(Map<String, Attributes> elements, String id, String name, Attribute value) {
        GraphMlKey.of(name)
                .ifPresent(key ->
                        elements.computeIfAbsent(id, unseen -> new Attributes()).put(key, value.getValue()));
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
