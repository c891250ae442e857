package org.btdetect.tree.io;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.TreeNode;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/**
 * Writes a tree as GraphML that Gephi, yEd and NetworkX open with labels; {@code docs/graphml.md} describes the keys.
 *
 * <p>One line holds one node or edge: a library has tens of thousands, so the text is streamed, without indentation. (JGraphT's
 * exporter, which indents every attribute, took half of the time of a whole build.)
 */
public final class GraphMlWriter {
    /** The attribute that viewers take as the label of nodes and edges. */
    static final String LABEL = "label";

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final String SCHEMA = NAMESPACE + " " + NAMESPACE + "/1.0/graphml.xsd";
    private static final String NODE_LABEL = "node_label";
    private static final String EDGE_LABEL = "edge_label";

    private final XMLStreamWriter xml;

    private GraphMlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Returns the tree as text, lines ending in a line feed. */
    public static String write(BehaviorTree tree) {
        StringWriter text = new StringWriter();
        try {
            write(tree, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    /** Writes the tree, lines ending in a line feed; the writer stays open. */
    public static void write(BehaviorTree tree, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
            new GraphMlWriter(xml).document(tree);
            xml.flush();
        } catch (XMLStreamException failure) {
            throw new IOException("cannot write the tree " + tree.name(), failure);
        }
    }

    private void document(BehaviorTree tree) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeNamespace("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
        xml.writeAttribute("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "schemaLocation", SCHEMA);
        line();
        keys();
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", "directed");
        line();
        TreeNode root = tree.root();
        node(root, Attributes.ofNode(root).with(tree.activity()));
        below(root);
        xml.writeEndElement();
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void keys() throws XMLStreamException {
        key(NODE_LABEL, "node", LABEL, "string");
        key(EDGE_LABEL, "edge", LABEL, "string");
        for (GraphMlKey key : GraphMlKey.values()) {
            String element = key.element() == AttributeCategory.NODE ? "node" : "edge";
            key(key.id(), element, key.id(), key.type().name().toLowerCase(Locale.ROOT));
        }
    }

    private void key(String id, String element, String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", id);
        xml.writeAttribute("for", element);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", type);
        line();
    }

    private void below(TreeNode parent) throws XMLStreamException {
        int order = 0;
        for (TreeNode child : parent.children()) {
            node(child, Attributes.ofNode(child));
            edge(parent, child, order);
            order++;
            below(child);
        }
    }

    private void node(TreeNode node, Attributes values) throws XMLStreamException {
        xml.writeStartElement("node");
        xml.writeAttribute("id", node.id());
        data(NODE_LABEL, node.label());
        data(values);
        xml.writeEndElement();
        line();
    }

    private void edge(TreeNode parent, TreeNode child, int order) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("id", "e" + child.id().substring(1));
        xml.writeAttribute("source", parent.id());
        xml.writeAttribute("target", child.id());
        data(EDGE_LABEL, child.edge().kind().id());
        data(Attributes.ofEdge(child, order));
        xml.writeEndElement();
        line();
    }

    private void data(Attributes attributes) throws XMLStreamException {
        for (var value : attributes.values().entrySet()) {
            data(value.getKey().id(), value.getValue());
        }
    }

    private void data(String key, String value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        text(printable(value));
        xml.writeEndElement();
    }

    /** A reader takes a bare carriage return for a line feed. */
    private void text(String text) throws XMLStreamException {
        int start = 0;
        for (int end = text.indexOf('\r'); end >= 0; end = text.indexOf('\r', start)) {
            xml.writeCharacters(text.substring(start, end));
            xml.writeEntityRef("#13");
            start = end + 1;
        }
        xml.writeCharacters(start == 0 ? text : text.substring(start));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** Replaces characters that XML 1.0 cannot hold, not even escaped. */
    private static String printable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x20 || character > 0x7E) {
                return checked(text);
            }
        }
        return text;
    }

    private static String checked(String text) {
        return text.codePoints()
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
