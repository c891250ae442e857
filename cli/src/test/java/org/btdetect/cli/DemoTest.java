package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.io.FileNames;
import org.btdetect.tree.io.TreeLibraryReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
