package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.btdetect.keyword.io.KeywordFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the keyword library of the hand-written stack. */
class KeywordCommandsTest {
    private static final Path EXPECTED =
            Path.of("..", "openstack-src-fixtures", "src", "test", "resources", "demo-keywords");

    @TempDir
    static Path folder;

    private static String library = "";

    @BeforeAll
    static void build() {
        library = folder.resolve("library").toString();
        run(ExitCode.DONE, "build", "--demo", "--quiet", "--out", library);
    }

    @Test
    void tracePointsAreTheExpectedOnes() throws IOException {
        golden("keywords.txt", run(ExitCode.DONE, "keywords", "--library", library));
        golden("stop.txt", run(ExitCode.DONE, "keywords", "--library", library, "--action", "os-stop"));
    }

    @Test
    void aSelectionIsAKeywordLibrary() throws IOException {
        Path selection = Files.createDirectory(folder.resolve("selection"));
        String json = run(ExitCode.DONE, "keywords", "--library", library, "--layer", "qemu", "--format", "json");
        Files.writeString(selection.resolve("keywords.json"), json);
        assertTrue(KeywordFile.read(selection).tracePoints().stream()
                .allMatch(point -> point.layers().toString().equals("[QEMU]")));
    }

    @Test
    void overlapsAreTheExpectedOnes() throws IOException {
        golden("overlaps.txt", run(ExitCode.DONE, "overlaps", "--library", library));
        golden(
                "overlaps.json",
                run(ExitCode.DONE, "overlaps", "--library", library, "--level", "info", "--format", "json"));
    }

    @Test
    void aMissingKeywordLibraryIsTold() throws IOException {
        Path other = folder.resolve("other");
        run(ExitCode.DONE, "build", "--demo", "--quiet", "--out", other.toString());
        Files.delete(other.resolve("keywords.json"));
        assertTrue(run(ExitCode.USAGE, "keywords", "--library", other.toString())
                .contains("has no keywords.json; build the library anew"));
    }

    private static void golden(String name, String actual) throws IOException {
        Path file = EXPECTED.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(EXPECTED);
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, name);
    }

    private static String run(int code, String... arguments) {
        StringWriter out = new StringWriter();
        int actual = BtDetect.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(arguments);
        assertEquals(code, actual, out.toString());
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
