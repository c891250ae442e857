package org.btdetect.tree.io;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks XML once before anything else does: it has to be well formed, without a document type (and so without entities of its
 * own), and shallow. What passes is safe for a parser that guards against nothing.
 */
final class XmlCheck {
    private static final int MAX_DEPTH = 16;

    private XmlCheck() {}

    /** Returns the line of each node's element by the node's id. */
    static Map<String, Integer> nodeLines(String xml) throws TreeFormatException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return walk(factory.createXMLStreamReader(new StringReader(xml)));
        } catch (XMLStreamException failure) {
            int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNumber();
            throw new TreeFormatException("line " + line + ": damaged XML: " + reason(failure), failure);
        }
    }

    private static Map<String, Integer> walk(XMLStreamReader reader) throws XMLStreamException, TreeFormatException {
        Map<String, Integer> lines = new HashMap<>();
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            int line = reader.getLocation().getLineNumber();
            switch (event) {
                case XMLStreamConstants.DTD ->
                    throw new TreeFormatException("line " + line + ": a document type is not allowed");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    note(reader, lines);
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // text and comments are the importer's matter
                }
            }
            if (depth > MAX_DEPTH) {
                throw new TreeFormatException("line " + line + ": elements are nested deeper than " + MAX_DEPTH);
            }
        }
        return lines;
    }

    private static void note(XMLStreamReader reader, Map<String, Integer> lines) {
        String id = reader.getAttributeValue(null, "id");
        if (reader.getLocalName().equals("node") && id != null) {
            lines.put(id, reader.getLocation().getLineNumber());
        }
    }

    /** The parser's message repeats the place on a line of its own. */
    private static String reason(XMLStreamException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9);
    }
}
