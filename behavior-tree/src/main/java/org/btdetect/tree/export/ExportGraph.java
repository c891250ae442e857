package org.btdetect.tree.export;

import java.util.List;
import java.util.SortedMap;

/**
 * A directed graph with attributes, as graph programs have it.
 *
 * @param nodes the nodes, in the order in which they are written
 * @param edges the edges, at most one from a node to another
 */
record ExportGraph(List<Node> nodes, List<Edge> edges) {
    ExportGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** A node; attributes that it does not have are missing. */
    record Node(String id, String label, SortedMap<String, String> attributes) {}

    /** An edge. */
    record Edge(String source, String target, String label, SortedMap<String, String> attributes) {}
}
