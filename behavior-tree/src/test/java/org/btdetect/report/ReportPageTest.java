package org.btdetect.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Component;
import org.btdetect.tree.Counts;
import org.btdetect.tree.Edge;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Numbering;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.TreeNode;
import org.btdetect.tree.client.ActionWord;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.client.ClientCatalog;
import org.btdetect.tree.diff.LibraryComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><!--";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void noTextOfALibraryIsMarkup() {
        String page = ReportPage.of(input(library("new", HOSTILE, "kill"), Optional.empty()));
        assertFalse(page.contains("onerror=\""), "the hostile name is packed");
        assertFalse(page.contains("<!--DATA-->"), "the data are in the page");
    }

    @Test
    void theTitleIsEscaped() {
        String page = ReportPage.of(input(library("<b>&", "stop", "kill"), Optional.empty()));
        assertTrue(page.contains("<title>BTDetect: &lt;b&gt;&amp;</title>"));
    }

    @Test
    void theSameLibraryGivesTheSamePage() {
        assertEquals(
                ReportPage.of(input(library("a", "stop", "kill"), Optional.empty())),
                ReportPage.of(input(library("a", "stop", "kill"), Optional.empty())));
    }

    @Test
    void anAddressThatABrowserWouldRunIsNoLink() {
        assertThrows(IllegalArgumentException.class, () -> new SourceLinks(Map.of("", "javascript:alert({line})")));
    }

    @Test
    void thePageOpensSearchesExpandsAndCompares() throws Exception {
        Path file = folder.resolve("report.html");
        TreeLibrary before = library("old", "Manager.stop", "system_powerdown");
        TreeLibrary after = library("new", HOSTILE, "quit");
        ReportInput.Against against = new ReportInput.Against(before, LibraryComparison.compare(before, after));
        Files.writeString(file, ReportPage.of(input(after, Optional.of(against))));
        try (HeadlessChromium browser = HeadlessChromium.start()) {
            browser.open(file.toUri());
            assertEquals("2", browser.eval("document.querySelectorAll('#actions li').length"));
            assertEquals("0", browser.eval("document.images.length"), "the hostile name made no element");
            assertEquals("BTDetect: new", browser.eval("document.title"));

            browser.press("/");
            assertEquals("search", browser.eval("document.activeElement.id"));
            browser.press("q", "u", "i", "t");
            assertEquals("1 action of 2", browser.eval("document.getElementById('found').textContent"));
            browser.press("Enter");
            assertTrue(selected(browser).contains("quit"), selected(browser));
            assertTrue(browser.eval("document.querySelector('.row[aria-selected=true]').className")
                    .contains("added"));
            assertTrue(browser.eval("document.querySelector('.row[aria-selected=true] .name').textContent")
                    .contains("quit"));

            browser.press("Home", "ArrowLeft");
            assertEquals("1", browser.eval("document.querySelectorAll('.row').length"), "collapsed");
            browser.press("*");
            assertEquals("6", browser.eval("document.querySelectorAll('.row').length"), "expanded");
            assertTrue(
                    browser.eval("document.getElementById('rows').textContent").contains(HOSTILE));
            assertTrue(browser.eval("document.getElementById('detail').textContent")
                    .contains("server stop"));

            browser.press("2");
            assertEquals("1", browser.eval("document.querySelectorAll('#matrix tbody tr').length"));
            browser.press("3");
            assertTrue(browser.eval("document.getElementById('view-changes').textContent")
                    .contains("quit"));
            assertFalse(browser.eval("document.getElementById('view-changes').hidden")
                    .equals("true"));
        }
    }

    private static String selected(HeadlessChromium browser) throws Exception {
        return browser.eval("document.querySelector('#detail h2').textContent");
    }

    private static ReportInput input(TreeLibrary library, Optional<ReportInput.Against> against) {
        Place place = new Place("novaclient", "shell.py", 3);
        ClientCall call =
                new ClientCall("osc", ClientCall.Kind.COMMAND, "server stop", place, List.of(), List.of("os-stop"), "");
        ClientCatalog clients = new ClientCatalog(
                List.of(),
                List.of(call),
                List.of(new ActionWord("os-stop", ActionWord.Source.DESCRIPTION, "Stop it", place)),
                List.of(),
                List.of());
        SourceLinks links = new SourceLinks(Map.of("", "https://example.org/{component}/{version}/{file}#{line}"));
        return new ReportInput(library, Optional.empty(), clients, against, links);
    }

    private static TreeLibrary library(String name, String manager, String command) {
        Place place = new Place("nova", "a/b.py", 7);
        TreeNode leaf = TreeNode.of(new Subject.Boundary(command, place, "{}"), Layer.QEMU)
                .withEdge(Edge.of(EdgeKind.MONITOR_COMMAND, place).withGuard("a < b && \"<i>\""));
        TreeNode libvirt = entry("virDomainShutdown", Layer.LIBVIRT, EdgeKind.BINDING, List.of(leaf));
        TreeNode loop = TreeNode.control(Operator.LOOP, Layer.COMPUTE, place, List.of(libvirt));
        TreeNode compute = entry(manager, Layer.COMPUTE, EdgeKind.RPC_CAST, List.of(loop));
        TreeNode api = entry("Controller.stop", Layer.API, EdgeKind.ROUTE, List.of(compute));
        Provenance provenance = new Provenance(
                name,
                List.of(new Component("nova", "2:26.2.2-1", "00", "a package")),
                "1",
                "",
                new Counts(1, 0, 1, new TreeMap<>()));
        return TreeLibrary.of(
                provenance,
                List.of(
                        tree("os-stop", api),
                        tree("show", entry("Controller.show", Layer.API, EdgeKind.ROUTE, List.of()))));
    }

    private static TreeNode entry(String name, Layer layer, EdgeKind kind, List<TreeNode> children) {
        Place place = new Place("nova", "a/b.py", 5);
        return TreeNode.of(new Subject.Entry(name, place), layer)
                .withEdge(Edge.of(kind, place))
                .withChildren(children);
    }

    private static BehaviorTree tree(String name, TreeNode child) {
        TreeNode root = TreeNode.of(new Subject.Action(name, new Place("nova", "routes.py", 1)), Layer.USER);
        Route route = new Route("POST", "/servers/{id}/action");
        return new BehaviorTree(
                new Activity(ActionName.of(name), RootKind.REQUEST, route, List.of("stop")),
                Numbering.number(root.withChildren(List.of(child))));
    }
}
