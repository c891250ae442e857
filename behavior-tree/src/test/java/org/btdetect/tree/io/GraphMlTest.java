package org.btdetect.tree.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Edge;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Numbering;
import org.btdetect.tree.Place;
import org.btdetect.tree.RandomTrees;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class GraphMlTest {
    private static final BehaviorTree STOP = SampleLibrary.stop();

    @Test
    void treesComeBackEqual() throws IOException {
        for (BehaviorTree tree : SampleLibrary.library().trees()) {
            assertEquals(tree, GraphMlReader.read(GraphMlWriter.write(tree)));
            assertEquals(tree, TreeJson.read(TreeJson.write(tree)));
        }
    }

    @Test
    void randomTreesComeBackEqual() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            BehaviorTree tree = tree(new RandomTrees(seed).root(5));
            assertEquals(tree, GraphMlReader.read(GraphMlWriter.write(tree)), "seed " + seed);
            assertEquals(tree, TreeJson.read(TreeJson.write(tree)), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a < b && \"c\" > 'd'", " spaces at both ends ", "two\nlines", "a\r\nb", "日本語 😀", "]]>", "&amp;"
            })
    void textComesBackEqual(String text) throws IOException {
        BehaviorTree tree = withText(text);
        assertEquals(tree, GraphMlReader.read(GraphMlWriter.write(tree)));
        assertEquals(tree, TreeJson.read(TreeJson.write(tree)));
    }

    @Test
    void whatXmlCannotHoldIsReplaced() throws IOException {
        BehaviorTree tree = GraphMlReader.read(GraphMlWriter.write(withText("a\u0000b\uD800c\u001b")));
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", tree.root().children().get(0).name());
    }

    @Test
    void fileIsValidByTheSchemaOfGraphMl() throws IOException, SAXException {
        Source[] schema = {resource("xlink.xsd"), resource("graphml.xsd")};
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new StringReader(GraphMlWriter.write(STOP))));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "</graph> | </grap> | damaged XML",
                ">system_powerdown</data> | >&xxe;</data> | damaged XML",
                "<node id=\"n3\"> | <node id=\"n4\"> | already exists",
                "<node id=\"n3\"> | <node id=\"x\"> | not found",
                "source=\"n1\" target=\"n3\" | source=\"n5\" target=\"n3\" | does not stand below a node before it",
                "source=\"n1\" target=\"n3\" | source=\"n1\" target=\"n2\" | n2 has two parents",
                ">libvirt</data> | >nowhere</data> | unknown layer 'nowhere'",
                ">rpc-cast</data> | >telepathy</data> | unknown edge kind 'telepathy'",
                ">1500</data> | >-1</data> | no line number: -1",
                ">n3</data> | >n99</data> | refers to n99",
                ">request</data> | >dream</data> | unknown activity 'dream'",
                ">exact</data> | ></data> | unknown certainty ''"
            })
    void damageIsTold(String original, String damage, String message) {
        String xml = GraphMlWriter.write(STOP);
        assertTrue(xml.contains(original), original);
        TreeFormatException failure =
                assertThrows(TreeFormatException.class, () -> GraphMlReader.read(xml.replace(original, damage)));
        assertTrue(String.valueOf(failure.getMessage()).contains(message), failure.toString());
    }

    @Test
    void documentTypeIsRejectedWithItsLine() {
        String xml = GraphMlWriter.write(STOP)
                .replaceFirst("<graphml", "\n<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<graphml");
        TreeFormatException failure = assertThrows(TreeFormatException.class, () -> GraphMlReader.read(xml));
        assertEquals("line 3: a document type is not allowed", failure.getMessage());
    }

    @Test
    void damageInANodeIsToldWithItsLine() {
        String xml = GraphMlWriter.write(STOP);
        long line = xml.substring(0, xml.indexOf("<node id=\"n0\"")).lines().count() + 1;
        TreeFormatException failure =
                assertThrows(TreeFormatException.class, () -> GraphMlReader.read(xml.replaceFirst(">user<", ">usr<")));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("line " + line + ": node n0: unknown layer 'usr'"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<graphml/>", "<a><graph><node id='n0'/></graph></a>", "no XML"})
    void somethingElseIsNoTree(String text) {
        assertThrows(TreeFormatException.class, () -> GraphMlReader.read(text));
    }

    @Test
    void deeplyNestedXmlIsRejected() {
        String xml = "<graphml>" + "<graph>".repeat(100);
        TreeFormatException failure = assertThrows(TreeFormatException.class, () -> GraphMlReader.read(xml));
        assertTrue(failure.toString().contains("nested deeper"), failure.toString());
    }

    @Test
    void deepTreeIsRejected() {
        TreeNode node = TreeNode.of(new Subject.Call("f", Place.NONE), Layer.API)
                .withEdge(Edge.of(EdgeKind.DIRECT, Place.NONE));
        for (int depth = 0; depth < TreeAssembler.MAX_DEPTH; depth++) {
            node = node.withChildren(List.of(node));
        }
        TreeNode root =
                TreeNode.of(new Subject.Action("a", Place.NONE), Layer.USER).withChildren(List.of(node));
        String xml = GraphMlWriter.write(tree(root));
        TreeFormatException failure = assertThrows(TreeFormatException.class, () -> GraphMlReader.read(xml));
        assertTrue(failure.toString().contains("deeper"), failure.toString());
    }

    private static BehaviorTree withText(String text) {
        TreeNode leaf = TreeNode.of(new Subject.Unresolved(text, Place.NONE, text), Layer.API)
                .withEdge(Edge.of(EdgeKind.DIRECT, Place.NONE).withGuard(text));
        return tree(
                TreeNode.of(new Subject.Action("act", Place.NONE), Layer.USER).withChildren(List.of(leaf)));
    }

    private static BehaviorTree tree(TreeNode root) {
        Activity activity = new Activity(ActionName.of("act"), RootKind.STARTUP, Route.NONE, List.of("b", "a"));
        return new BehaviorTree(activity, Numbering.number(root));
    }

    private static StreamSource resource(String name) {
        return new StreamSource(Objects.requireNonNull(GraphMlTest.class.getResourceAsStream("/" + name), name));
    }
}
