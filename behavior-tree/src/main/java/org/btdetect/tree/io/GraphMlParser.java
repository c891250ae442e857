package org.btdetect.tree.io;

import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Collects the nodes and edges of a GraphML file in one pass.
 *
 * <p>The XML has to be well formed, shallow, and without a document type (and so without entities of its own).
 */
final class GraphMlParser {
    private static final int MAX_DEPTH = 16;

    private final Map<String, GraphMlElement> elements = new LinkedHashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final XMLStreamReader xml;
    private Optional<GraphMlElement> open = Optional.empty();
    private boolean inEdge;

    private GraphMlParser(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Returns the nodes by their ids, each with the edge that leads to it. */
    static Map<String, GraphMlElement> read(String text) throws TreeFormatException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            GraphMlParser parser = new GraphMlParser(factory.createXMLStreamReader(new StringReader(text)));
            parser.walk();
            return parser.elements;
        } catch (XMLStreamException failure) {
            int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNumber();
            throw new TreeFormatException("line " + line + ": damaged XML: " + reason(failure), failure);
        }
    }

    private void walk() throws XMLStreamException, TreeFormatException {
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD ->
                    throw new TreeFormatException("line " + line() + ": a document type is not allowed");
                case XMLStreamConstants.START_ELEMENT -> depth += start() ? 0 : 1;
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    end();
                }
                default -> {
                    // text between elements says nothing
                }
            }
            if (depth > MAX_DEPTH) {
                throw new TreeFormatException("line " + line() + ": elements are nested deeper than " + MAX_DEPTH);
            }
        }
        checkDeclared();
    }

    /** Returns whether the element has been read to its end. */
    private boolean start() throws XMLStreamException, TreeFormatException {
        switch (xml.getLocalName()) {
            case "key" -> keys.put(attribute("id"), attribute("attr.name"));
            case "node" -> {
                GraphMlElement node = element(attribute("id"));
                node.declare(line());
                open(node, false);
            }
            case "edge" -> {
                GraphMlElement child = element(attribute("target"));
                child.lead(attribute("source"), line());
                open(child, true);
            }
            case "data" -> {
                data(keys.getOrDefault(attribute("key"), ""));
                return true;
            }
            default -> {
                // what others add to a graph is not ours to judge
            }
        }
        return false;
    }

    private void end() {
        String name = xml.getLocalName();
        if (name.equals("node") || name.equals("edge")) {
            open = Optional.empty();
        }
    }

    private void open(GraphMlElement element, boolean edge) {
        open = Optional.of(element);
        inEdge = edge;
    }

    private void data(String name) throws XMLStreamException {
        String value = xml.getElementText();
        if (open.isEmpty()) {
            return;
        }
        GraphMlElement element = open.get();
        if (inEdge && name.equals(GraphMlWriter.LABEL)) {
            element.label(value);
        }
        Attributes values = inEdge ? element.way() : element.values();
        GraphMlKey.of(name).ifPresent(key -> values.put(key, value));
    }

    private GraphMlElement element(String id) {
        return elements.computeIfAbsent(id, GraphMlElement::new);
    }

    private void checkDeclared() throws TreeFormatException {
        for (GraphMlElement element : elements.values()) {
            if (element.line() == 0) {
                throw new TreeFormatException("node " + element.id() + ", which an edge leads to, is not found");
            }
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    /** The parser's message repeats the place on a line of its own. */
    private static String reason(XMLStreamException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9);
    }
}
