package org.btdetect.tree.io;

import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.TreeNode;
import org.jgrapht.Graph;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.graphml.GraphMLExporter;

/** Writes a tree as GraphML that Gephi, yEd and NetworkX open with labels; {@code docs/graphml.md} describes the keys. */
public final class GraphMlWriter {
    /** The attribute that viewers take as the label of nodes and edges. */
    static final String LABEL = "label";

    private final Graph<String, String> graph =
            GraphTypeBuilder.<String, String>directed().buildGraph();
    private final Map<String, Map<String, Attribute>> attributes = new HashMap<>();

    private GraphMlWriter() {}

    /** Returns the tree as text, lines ending in a line feed. */
    public static String write(BehaviorTree tree) {
        GraphMlWriter writer = new GraphMlWriter();
        TreeNode root = tree.root();
        writer.addVertex(root, Attributes.ofNode(root).with(tree.activity()));
        writer.addBelow(root);
        return writer.export();
    }

    private void addBelow(TreeNode parent) {
        int order = 0;
        for (TreeNode child : parent.children()) {
            addVertex(child, Attributes.ofNode(child));
            String edge = "e" + child.id().substring(1);
            graph.addEdge(parent.id(), child.id(), edge);
            attributes.put(edge, exported(child.edge().kind().id(), Attributes.ofEdge(child, order)));
            order++;
            addBelow(child);
        }
    }

    private void addVertex(TreeNode node, Attributes values) {
        graph.addVertex(node.id());
        attributes.put(node.id(), exported(node.label(), values));
    }

    private String export() {
        GraphMLExporter<String, String> exporter = new GraphMLExporter<>(Function.identity());
        exporter.setEdgeIdProvider(Function.identity());
        exporter.setVertexLabelAttributeName(LABEL);
        exporter.setEdgeLabelAttributeName(LABEL);
        exporter.setExportVertexLabels(true);
        exporter.setExportEdgeLabels(true);
        for (GraphMlKey key : GraphMlKey.values()) {
            exporter.registerAttribute(key.id(), key.element(), key.type());
        }
        exporter.setVertexAttributeProvider(this::attributesOf);
        exporter.setEdgeAttributeProvider(this::attributesOf);
        TextWriter text = new TextWriter();
        exporter.exportGraph(graph, text);
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Collects text without locks: the exporter writes single characters and flushes after each element. */
    private static final class TextWriter extends Writer {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(int character) {
            text.append((char) character);
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            text.append(characters, offset, length);
        }

        @Override
        public void write(String string, int offset, int length) {
            text.append(string, offset, offset + length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private Map<String, Attribute> attributesOf(String element) {
        return attributes.getOrDefault(element, Map.of());
    }

    private static Map<String, Attribute> exported(String label, Attributes values) {
        Map<String, Attribute> exported = new LinkedHashMap<>();
        exported.put(LABEL, attribute(label, AttributeType.STRING));
        values.values().forEach((key, value) -> exported.put(key.id(), attribute(value, key.type())));
        return exported;
    }

    private static Attribute attribute(String value, AttributeType type) {
        return new DefaultAttribute<>(printable(value), type);
    }

    /** Replaces characters that XML 1.0 cannot hold, not even escaped. */
    private static String printable(String text) {
        return text.codePoints().allMatch(GraphMlWriter::isXml)
                ? text
                : text.codePoints()
                        .map(point -> isXml(point) ? point : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
