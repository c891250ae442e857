package org.btdetect.tree.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Mark;
import org.btdetect.tree.Place;
import org.btdetect.tree.TreeNode;

/** Tables by RFC 4180, lines ending in a line feed, with a header: a tree's nodes in pre-order, or a graph's edges. */
final class CsvWriter {
    private final StringBuilder text = new StringBuilder();

    private CsvWriter() {}

    static String write(BehaviorTree tree) {
        CsvWriter writer = new CsvWriter();
        writer.row(
                "id",
                "parent",
                "kind",
                "layer",
                "label",
                "component",
                "file",
                "line",
                "marks",
                "edge",
                "guard",
                "evidence");
        writer.add(tree.root(), "");
        return writer.text.toString();
    }

    static String write(ExportGraph graph) {
        Map<String, ExportGraph.Node> nodes = new TreeMap<>();
        graph.nodes().forEach(node -> nodes.put(node.id(), node));
        CsvWriter writer = new CsvWriter();
        writer.row("from_layer", "from", "to_layer", "to", "edge", "actions");
        for (ExportGraph.Edge edge : graph.edges()) {
            ExportGraph.Node from =
                    nodes.getOrDefault(edge.source(), graph.nodes().get(0));
            ExportGraph.Node to =
                    nodes.getOrDefault(edge.target(), graph.nodes().get(0));
            writer.row(
                    layer(from),
                    from.label(),
                    layer(to),
                    to.label(),
                    edge.label(),
                    edge.attributes().getOrDefault("actions", ""));
        }
        return writer.text.toString();
    }

    private static String layer(ExportGraph.Node node) {
        return node.attributes().getOrDefault("layer", "");
    }

    private void add(TreeNode node, String parent) {
        Place place = node.subject().place();
        row(
                node.id(),
                parent,
                node.kind().id(),
                node.layer().id(),
                node.label(),
                place.component(),
                place.file(),
                place.isKnown() ? Integer.toString(place.line()) : "",
                String.join(" ", node.marks().stream().map(Mark::id).toList()),
                node.edge().kind().id(),
                node.edge().guard(),
                node.edge().evidence().toString());
        node.children().forEach(child -> add(child, node.id()));
    }

    private void row(String... values) {
        text.append(String.join(
                        ",", List.of(values).stream().map(CsvWriter::quoted).toList()))
                .append('\n');
    }

    /** A spreadsheet takes what begins so for a formula; a blank in front makes it text. */
    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && "=+-@".indexOf(value.charAt(0)) >= 0;
        String plain = formula ? " " + value : value;
        boolean special = plain.chars().anyMatch(character -> ",\"\n\r".indexOf(character) >= 0);
        return special ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
    }
}
