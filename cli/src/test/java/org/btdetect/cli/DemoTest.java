package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.DemoStack;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.io.FileNames;
import org.btdetect.tree.io.TreeLibraryReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command over the hand-written stack: every tree is, line by line, the one that stands beside the stack. */
class DemoTest {
    private static final Path EXPECTED = Path.of("..", "openstack-src-fixtures", "src", "test", "resources", "demo");

    @TempDir
    static Path folder;

    private static Path library;

    @BeforeAll
    static void build() {
        library = folder.resolve("library");
        run("build", "--demo", "--quiet", "--out", library.toString());
    }

    @Test
    void everyTreeIsTheExpectedOne() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (BehaviorTree tree : trees()) {
            String file = FileNames.of(tree.name()) + ".txt";
            names.add(file);
            golden(file, run("show", tree.name().toString(), "--library", library.toString()));
        }
        assertEquals(expectedNames(), names);
    }

    @Test
    void everyNodeIsExplained() throws IOException {
        for (BehaviorTree tree : trees()) {
            tree.nodes()
                    .forEach(node -> assertTrue(
                            run("explain", tree.name().toString(), node.id(), "--library", library.toString())
                                    .contains(node.id()),
                            () -> tree.name() + " " + node.id()));
        }
    }

    @Test
    void everyByteIsTheSameInTheNextBuild() throws IOException {
        Path again = folder.resolve("again");
        run("build", "--demo", "--quiet", "--out", again.toString());
        assertEquals(files(library), files(again));
        for (Path file : files(library)) {
            assertEquals(-1, Files.mismatch(library.resolve(file), again.resolve(file)), file.toString());
        }
    }

    @Test
    void libraryOfWhichTooMuchWasNotFollowedIsNotWritten() throws IOException {
        Path nova = folder.resolve("nova");
        try (DemoStack demo = DemoStack.open()) {
            copy(demo.sources().component(ComponentKind.NOVA).orElseThrow().root(), nova);
        }
        Path pause = nova.resolve("nova/api/openstack/compute/pause_server.py");
        Files.writeString(pause, Files.readString(pause) + "        id.lost()()\n" + "        self.lost()\n");
        StringWriter err = new StringWriter();
        Path poor = folder.resolve("poor");
        String[] build = {
            "build",
            "--nova",
            nova.toString(),
            "--name",
            "poor",
            "--quiet",
            "--min-resolved",
            "100",
            "--out",
            poor.toString()
        };
        int code = BtDetect.commandLine().setErr(new PrintWriter(err, true)).execute(build);
        assertEquals(ExitCode.NOT_ANALYSED, code);
        assertTrue(err.toString().startsWith("btdetect: poor: only 9"), err.toString());
        assertTrue(err.toString().contains("1 not followed: "), err.toString());
        assertFalse(Files.exists(poor));
        build[7] = "50";
        assertEquals(ExitCode.DONE, BtDetect.commandLine().execute(build));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void edgesAreCountedByTheirGrounds() {
        String all = run("explain", "--library", library.toString());
        assertTrue(all.contains("monitor-command  a command sent to the virtualization process's monitor"), all);
        assertTrue(all.contains("0 not followed\n"), all);
        assertTrue(all.contains("1 tests of which one branch is cut"), all);
        assertTrue(run("explain", "os-stop", "--library", library.toString()).contains("0 calls not followed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--all --demo", "--all --release zed", "--demo --min-resolved 101", "--demo --min-resolved NaN"})
    void wrongOptionsAreUsageErrors(String options) {
        StringWriter err = new StringWriter();
        int code = BtDetect.commandLine().setErr(new PrintWriter(err, true)).execute(("build " + options).split(" "));
        assertEquals(ExitCode.USAGE, code);
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void demonstrationExcludesOtherSources() {
        StringWriter err = new StringWriter();
        int code = BtDetect.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("build", "--demo", "--release", "zed");
        assertEquals(ExitCode.USAGE, code);
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    private static List<BehaviorTree> trees() throws IOException {
        return TreeLibraryReader.open(library).readAll().trees();
    }

    private static void golden(String name, String actual) throws IOException {
        Path file = EXPECTED.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, () -> file + " (-Dgolden.update=true regenerates it)");
    }

    private static SortedSet<String> expectedNames() throws IOException {
        try (Stream<Path> files = Files.list(EXPECTED)) {
            return new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = BtDetect.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        assertEquals("", err.toString());
        assertEquals(ExitCode.DONE, code);
        return out.toString();
    }
}
