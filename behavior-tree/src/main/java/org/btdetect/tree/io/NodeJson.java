package org.btdetect.tree.io;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.btdetect.tree.Edge;
import org.btdetect.tree.Mark;
import org.btdetect.tree.TreeNode;

/**
 * A node as JSON holds it: beside its parent rather than within, so that a reader needs neither a deep stack nor the whole file.
 */
record NodeJson(
        String id,
        String parent,
        String kind,
        String layer,
        String name,
        String arguments,
        String reason,
        String reference,
        String place,
        List<String> marks,
        String edge,
        String certainty,
        String guard,
        String evidence,
        List<List<String>> via) {
    static NodeJson of(TreeNode node, String parent) {
        SubjectParts parts = SubjectParts.of(node.subject());
        Edge edge = node.edge();
        return new NodeJson(
                node.id(),
                parent,
                parts.kind().id(),
                node.layer().id(),
                parts.name(),
                parts.arguments(),
                parts.reason(),
                parts.target(),
                parts.place().toString(),
                node.marks().stream().map(Mark::id).toList(),
                edge.kind().id(),
                edge.certainty().id(),
                edge.guard(),
                edge.evidence().toString(),
                Json.rows(edge.via()));
    }

    TreeNode node() throws TreeFormatException {
        SubjectParts parts = new SubjectParts(Ids.nodeKind(kind), name, Ids.place(place), arguments, reason, reference);
        Edge way = new Edge(Ids.edgeKind(edge), Ids.place(evidence), Ids.certainty(certainty), guard, Json.hops(via));
        Set<Mark> marked = EnumSet.noneOf(Mark.class);
        for (String mark : marks) {
            marked.add(Ids.mark(mark));
        }
        return new TreeNode(id, parts.subject(), Ids.layer(layer), way, marked, List.of());
    }
}
