package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.btdetect.source.Component;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.btdetect.tree.TreeNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What the trees of the real stack must and must not say, known from reading its sources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealTreesTest {
    private static final Path SEQUENCES = Path.of("src/test/resources/org/btdetect/grow/zed-sequences.md");

    private static final String OPERATIONS = """
            create delete forceDelete restore os-start os-stop reboot.type=SOFT
            reboot.type=HARD pause unpause suspend resume lock unlock rescue unrescue
            shelve shelveOffload unshelve rebuild resize confirmResize revertResize
            migrate os-migrateLive evacuate createImage createBackup changePassword
            os-resetState os-getConsoleOutput create-remote-consoles.type=novnc
            trigger_crash_dump attach-volume detach-volume swap-volume attach-interface
            detach-interface
            """;

    private SourceSet sources;
    private Trees trees;
    private List<Row> rows;

    /** One line of the tables in {@link #SEQUENCES}. */
    private record Row(boolean allowed, String operation, List<String> libvirt, List<String> qemu) {}

    @BeforeAll
    void build() throws IOException {
        sources = RealSources.zed();
        trees = Trees.of(sources);
        rows = rows();
    }

    @TestFactory
    Stream<DynamicTest> sequencesAreAllowedOrRefused() {
        Set<String> libvirt = new TreeSet<>();
        Set<String> qemu = new TreeSet<>();
        rows.forEach(row -> libvirt.addAll(row.libvirt()));
        rows.forEach(row -> qemu.addAll(row.qemu()));
        return rows.stream()
                .flatMap(row -> Stream.of(
                        test(
                                row,
                                "libvirt",
                                row.libvirt(),
                                new Language(
                                        trees.tree(row.operation()),
                                        node -> call(node).filter(libvirt::contains))),
                        test(
                                row,
                                "QEMU",
                                row.qemu(),
                                new Language(
                                        trees.tree(row.operation()),
                                        node -> effect(node).filter(qemu::contains)))));
    }

    private static DynamicTest test(Row row, String layer, List<String> word, Language language) {
        String title = row.operation() + (row.allowed() ? " allows " : " refuses ") + layer + " " + word;
        return DynamicTest.dynamicTest(
                title,
                () -> assertEquals(
                        row.allowed(),
                        language.allows(word),
                        () -> title + ": the tree goes as far as " + language.longestPrefix(word)));
    }

    @Test
    void stopGoesThroughFourLayers() {
        BehaviorTree stop = trees.tree("os-stop");
        assertTrue(stop.layers().containsAll(List.of(Layer.API, Layer.COMPUTE, Layer.LIBVIRT, Layer.QEMU)));
        for (String name : List.of(
                "ServersController._stop_server",
                "ComputeManager.stop_instance",
                "virDomainShutdown",
                "qemuDomainShutdown",
                "system_powerdown",
                "qmp_system_powerdown",
                "virDomainDestroy",
                "qemuDomainDestroy",
                "SIGTERM")) {
            assertTrue(trees.reaches("os-stop", name), name);
        }
        assertTrue(passes(stop, "LibvirtDriver.power_off"));
    }

    /** Whether a function stands in a tree, or on the way between two of its nodes. */
    private static boolean passes(BehaviorTree tree, String function) {
        return tree.nodes()
                .flatMap(node -> Stream.concat(
                        Stream.of(node.name()), node.edge().via().stream().map(hop -> hop.name())))
                .anyMatch(function::equals);
    }

    /** Every edge names its kind and a line that there is. */
    @Test
    void edgesAreExplainedByLinesOfTheSources() throws IOException {
        Map<String, Integer> lines = new TreeMap<>();
        for (String name : List.of("os-stop", "delete", "pause", "changePassword")) {
            for (TreeNode node : trees.tree(name).nodes().skip(1).toList()) {
                assertTrue(lineExists(node.edge().evidence(), lines), () -> name + " " + node.id() + " " + node.edge());
                assertFalse(node.edge().kind().doc().isBlank());
            }
        }
    }

    @Test
    void guestIsNotAskedToShutDownByWhatIsForced() {
        for (String name : List.of("delete", "forceDelete", "reboot.type=HARD", "os-start")) {
            assertFalse(trees.reaches(name, "system_powerdown"), name);
            assertFalse(trees.reaches(name, "virDomainShutdown"), name);
        }
    }

    @Test
    void snapshotsNeverCompleteTheirMirror() {
        assertFalse(trees.reaches("createImage", "job-complete"));
        assertTrue(trees.reaches("createImage", "block-job-cancel"));
        assertTrue(trees.reaches("swap-volume", "job-complete"));
    }

    @Test
    void softDeleteAndDeleteDifferByTheirCallback() {
        assertTrue(trees.reaches("delete", "ComputeManager.soft_delete_instance"));
        assertTrue(trees.reaches("delete", "ComputeManager.terminate_instance"));
        assertFalse(trees.reaches("forceDelete", "ComputeManager.soft_delete_instance"));
    }

    @Test
    void everyUserOperationHasATree() {
        Set<String> missing = new TreeSet<>(words(OPERATIONS));
        missing.removeAll(trees.names());
        assertEquals(Set.of(), missing);
    }

    @Test
    void databaseOperationsEndInTheApi() {
        for (String name : List.of("lock", "unlock", "os-resetState")) {
            assertFalse(trees.tree(name).layers().contains(Layer.LIBVIRT), name);
        }
    }

    private static Optional<String> call(TreeNode node) {
        return node.layer() == Layer.LIBVIRT && node.name().startsWith("virDomain")
                ? Optional.of(node.name().substring("virDomain".length()).replaceAll("(With)?Flags$", ""))
                : Optional.empty();
    }

    private static Optional<String> effect(TreeNode node) {
        if (node.layer() != Layer.QEMU && node.layer() != Layer.GUEST) {
            return Optional.empty();
        }
        if (node.name().startsWith("SIG")) {
            return Optional.of("kill");
        }
        return Optional.of(node.name().equals("emulator") ? "start" : node.name());
    }

    private boolean lineExists(Place place, Map<String, Integer> known) throws IOException {
        String key = place.component() + ":" + place.file();
        if (!known.containsKey(key)) {
            Component component = sources.components().stream()
                    .filter(one -> one.kind().id().equals(place.component()))
                    .findFirst()
                    .orElseThrow();
            Path file = component.root().resolve(place.file());
            known.put(key, Files.readAllLines(file, StandardCharsets.ISO_8859_1).size());
        }
        return place.line() > 0 && place.line() <= known.getOrDefault(key, 0);
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        boolean allowed = false;
        for (String line : Files.readAllLines(SEQUENCES)) {
            allowed = line.startsWith("## ") ? line.equals("## allowed") : allowed;
            String[] cells = line.split("\\|", -1);
            if (cells.length == 5
                    && !cells[1].contains("---")
                    && !cells[1].strip().equals("operation")) {
                rows.add(new Row(allowed, cells[1].strip(), words(cells[2]), words(cells[3])));
            }
        }
        return rows;
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.strip().split("\\s+"));
    }
}
