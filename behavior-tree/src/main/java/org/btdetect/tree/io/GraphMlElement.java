package org.btdetect.tree.io;

/** A node of a GraphML file with the edge that leads to it, as far as the file has been read. */
final class GraphMlElement {
    private final String id;
    private final Attributes values = new Attributes();
    private final Attributes way = new Attributes();
    private String label = "";
    private String parent = "";
    private int line;

    GraphMlElement(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The line of the node's element, 0 while only edges have named it. */
    int line() {
        return line;
    }

    /** The node that the edge comes from, empty while there is none. */
    String parent() {
        return parent;
    }

    /** The edge's label. */
    String label() {
        return label;
    }

    /** The node's own values. */
    Attributes values() {
        return values;
    }

    /** The edge's values. */
    Attributes way() {
        return way;
    }

    void declare(int atLine) throws TreeFormatException {
        if (line > 0) {
            throw new TreeFormatException("line " + atLine + ": node " + id + " already exists");
        }
        line = atLine;
    }

    void lead(String from, int atLine) throws TreeFormatException {
        if (!parent.isEmpty()) {
            throw new TreeFormatException("line " + atLine + ": node " + id + " has two parents");
        }
        parent = from;
    }

    void label(String text) {
        label = text;
    }
}
