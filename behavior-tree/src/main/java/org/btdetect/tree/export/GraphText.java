package org.btdetect.tree.export;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jgrapht.Graph;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.BaseExporter;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.GraphExporter;
import org.jgrapht.nio.gexf.GEXFAttributeType;
import org.jgrapht.nio.gexf.GEXFExporter;
import org.jgrapht.nio.graphml.GraphMLExporter;

/** Writes a graph as GEXF and GraphML, by JGraphT's exporters. */
final class GraphText {
    private static final String LABEL = "label";
    private static final String LINE = "line";
    private static final String ORDER = "order";

    private final Graph<String, String> graph =
            GraphTypeBuilder.<String, String>directed().allowingSelfLoops(true).buildGraph();
    private final Map<String, Map<String, Attribute>> attributes = new HashMap<>();
    private final TreeSet<String> ofNodes = new TreeSet<>();
    private final TreeSet<String> ofEdges = new TreeSet<>();

    private GraphText(ExportGraph content) {
        for (ExportGraph.Node node : content.nodes()) {
            graph.addVertex(node.id());
            attributes.put(node.id(), values(node.label(), node.attributes()));
            ofNodes.addAll(node.attributes().keySet());
        }
        int number = 0;
        for (ExportGraph.Edge edge : content.edges()) {
            String id = "e" + number++;
            graph.addEdge(edge.source(), edge.target(), id);
            attributes.put(id, values(edge.label(), edge.attributes()));
            ofEdges.addAll(edge.attributes().keySet());
        }
    }

    static String gexf(ExportGraph content) {
        GraphText text = new GraphText(content);
        GEXFExporter<String, String> exporter = new GEXFExporter<>(Function.identity(), Function.identity());
        exporter.setCreator("btdetect");
        text.ofNodes.forEach(name -> exporter.registerAttribute(
                name,
                GEXFExporter.AttributeCategory.NODE,
                isNumber(name) ? GEXFAttributeType.INTEGER : GEXFAttributeType.STRING));
        text.ofEdges.forEach(name -> exporter.registerAttribute(
                name,
                GEXFExporter.AttributeCategory.EDGE,
                isNumber(name) ? GEXFAttributeType.INTEGER : GEXFAttributeType.STRING));
        return text.written(exporter, exporter);
    }

    static String graphMl(ExportGraph content) {
        GraphText text = new GraphText(content);
        GraphMLExporter<String, String> exporter = new GraphMLExporter<>(Function.identity());
        exporter.setEdgeIdProvider(Function.identity());
        exporter.setVertexLabelAttributeName(LABEL);
        exporter.setEdgeLabelAttributeName(LABEL);
        exporter.setExportVertexLabels(true);
        exporter.setExportEdgeLabels(true);
        text.ofNodes.forEach(name -> exporter.registerAttribute(
                name,
                GraphMLExporter.AttributeCategory.NODE,
                isNumber(name) ? AttributeType.INT : AttributeType.STRING));
        text.ofEdges.forEach(name -> exporter.registerAttribute(
                name,
                GraphMLExporter.AttributeCategory.EDGE,
                isNumber(name) ? AttributeType.INT : AttributeType.STRING));
        return text.written(exporter, exporter);
    }

    private String written(BaseExporter<String, String> settings, GraphExporter<String, String> exporter) {
        settings.setVertexAttributeProvider(this::attributesOf);
        settings.setEdgeAttributeProvider(this::attributesOf);
        StringWriter text = new StringWriter();
        exporter.exportGraph(graph, text);
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private Map<String, Attribute> attributesOf(String element) {
        return attributes.getOrDefault(element, Map.of());
    }

    private static Map<String, Attribute> values(String label, SortedMap<String, String> attributes) {
        Map<String, Attribute> values = new LinkedHashMap<>();
        values.put(LABEL, DefaultAttribute.createAttribute(XmlText.printable(label)));
        attributes.forEach((name, value) -> values.put(
                name,
                new DefaultAttribute<>(
                        XmlText.printable(value), isNumber(name) ? AttributeType.INT : AttributeType.STRING)));
        return values;
    }

    /** Whether an attribute is a number. */
    private static boolean isNumber(String name) {
        return name.equals(LINE) || name.equals(ORDER);
    }
}
