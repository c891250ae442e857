package org.btdetect.tree.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Numbering;
import org.btdetect.tree.RandomTrees;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.io.TreeLibraryReader;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExportTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"GRAPHML", "GEXF"})
    void jgraphtReadsWhatItIsToRead(ExportFormat format) throws IOException {
        for (BehaviorTree tree : trees()) {
            Graph<String, DefaultEdge> graph = graph();
            if (format == ExportFormat.GEXF) {
                SimpleGEXFImporter<String, DefaultEdge> importer = new SimpleGEXFImporter<>();
                importer.setSchemaValidation(true);
                importer.importGraph(graph, new StringReader(format.text(tree)));
            } else {
                GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
                importer.setSchemaValidation(true);
                importer.importGraph(graph, new StringReader(format.text(tree)));
            }
            assertEquals(tree.size(), graph.vertexSet().size());
            assertEquals(tree.size() - 1, graph.edgeSet().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"graphml", "gexf"})
    void networkxFindsTheOperationsOfEachAction(String format) throws Exception {
        assumeTrue(runs(PYTHON, "-c", "import networkx"), "skipped: python3-networkx is not installed");
        ExportFormat one = format.equals("gexf") ? ExportFormat.GEXF : ExportFormat.GRAPHML;
        Path file = MergedFormat.write(one, trees(), folder).orElseThrow();
        String found = run(PYTHON, RESOURCES.resolve("networkx_merged.py").toString(), file.toString());
        assertEquals("""
                _sync_power_states virDomainGetInfo
                lock
                os-stop virDomainDestroy virDomainGetInfo virDomainShutdown
                reboot.type=HARD virDomainDestroy
                reboot.type=SOFT
                """, found);
    }

    @Test
    void jsonIsValidByThePublishedSchema() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "tree.schema.json"));
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
        for (BehaviorTree tree : trees()) {
            assertEquals(Set.of(), schema.validate(ExportFormat.JSON.text(tree), InputFormat.JSON));
        }
        assertFalse(schema.validate("{}", InputFormat.JSON).isEmpty());
    }

    @Test
    void mergedGraphHasEachFunctionOnce() throws IOException {
        ExportGraph graph = MergedGraph.of(trees());
        Set<String> seen = new HashSet<>();
        for (ExportGraph.Node node : graph.nodes()) {
            assertTrue(seen.add(node.attributes().get("layer") + " " + node.label()), node.toString());
        }
        assertFalse(MergedFormat.write(ExportFormat.PTML, trees(), folder).isPresent());
    }

    @Test
    void tableHasARowForEachNode() throws IOException {
        for (BehaviorTree tree : trees()) {
            assertEquals(tree.size() + 1, CsvWriter.write(tree).lines().count());
        }
    }

    @Test
    void processTreesAreTreesAndTheirLogsHaveTheirTasks() throws Exception {
        for (BehaviorTree tree : trees()) {
            check(ProcessTree.of(tree), tree.name().toString());
        }
    }

    @Test
    void everyProcessTreeHasRuns() {
        for (long seed = 0; seed < 200; seed++) {
            Activity activity = new Activity(ActionName.of("act"), RootKind.REQUEST, Route.NONE, List.of());
            BehaviorTree tree = new BehaviorTree(activity, Numbering.number(new RandomTrees(seed).root(4)));
            String xes = XesWriter.write(ProcessTree.of(tree), "act");
            assertEquals(20, xes.split("<trace>", -1).length - 1, "seed " + seed);
        }
    }

    @Test
    void drawingsAreDrawn() throws Exception {
        for (BehaviorTree tree : trees()) {
            String mermaid = ExportFormat.MERMAID.text(tree);
            assertTrue(mermaid.startsWith("flowchart LR\n"), mermaid);
            assertEquals(tree.size() - 1, mermaid.split(" -->", -1).length - 1);
        }
        assumeTrue(runs("dot", "-V"), "skipped: graphviz is not installed");
        assertTrue(ExportFormat.SVG.text(trees().get(0)).contains("<svg"));
    }

    private static void check(ProcessTree tree, String name) throws Exception {
        Element root = parsed(PtmlWriter.write(tree, name));
        Element process = (Element) root.getElementsByTagName("processTree").item(0);
        Map<String, List<String>> children = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        Set<String> tasks = new HashSet<>();
        NodeList parts = process.getElementsByTagName("*");
        for (int i = 0; i < parts.getLength(); i++) {
            Element part = (Element) parts.item(i);
            if (part.getTagName().equals("parentsNode")) {
                children.computeIfAbsent(part.getAttribute("sourceId"), key -> new ArrayList<>())
                        .add(part.getAttribute("targetId"));
            } else {
                types.put(part.getAttribute("id"), part.getTagName());
                tasks.add(part.getAttribute("name"));
            }
        }
        Set<String> below = new HashSet<>();
        children.values()
                .forEach(some -> some.forEach(child -> assertTrue(below.add(child), child + " has two parents")));
        assertEquals(types.size() - 1, below.size());
        assertFalse(below.contains(process.getAttribute("root")));
        types.forEach((id, type) -> {
            if (type.equals("xorLoop")) {
                assertEquals(3, children.get(id).size());
            }
        });
        NodeList events = parsed(XesWriter.write(tree, name)).getElementsByTagName("event");
        for (int i = 0; i < events.getLength(); i++) {
            Element label = (Element)
                    ((Element) events.item(i)).getElementsByTagName("string").item(0);
            assertTrue(tasks.contains(label.getAttribute("value")), label.getAttribute("value"));
        }
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static Graph<String, DefaultEdge> graph() {
        return GraphTypeBuilder.<String, DefaultEdge>directed()
                .vertexSupplier(SupplierUtil.createStringSupplier())
                .edgeSupplier(SupplierUtil.DEFAULT_EDGE_SUPPLIER)
                .buildGraph();
    }

    private static List<BehaviorTree> trees() throws IOException {
        return TreeLibraryReader.open(RESOURCES.resolve("library")).readAll().trees();
    }

    private boolean runs(String... command) throws InterruptedException {
        try {
            run(command);
            return true;
        } catch (IOException failure) {
            return false;
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + " failed: " + Files.readString(output));
        }
        return Files.readString(output);
    }
}
