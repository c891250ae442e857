package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of {@code btdetect diff} over the sample library of the module behavior-tree and a copy of it. */
class DiffCommandTest {
    private static final Path LIBRARY = Path.of("..", "behavior-tree", "src", "test", "resources", "library");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void libraryAgainstItselfIsALine() {
        assertEquals(ExitCode.DONE, run(LIBRARY, LIBRARY, "--fail-on", "refactoring"));
        assertEquals("sample → sample: no change in 5 actions that both have\n", out.toString());
        assertEquals("", err.toString());
    }

    @Test
    void changeIsFoundAndTheEntryThatAcceptsItPrinted() throws IOException {
        Path changed = changed("trees/os-stop.graphml", ">SIGTERM<", ">SIGKILL<");
        assertEquals(ExitCode.FINDINGS, run(LIBRARY, changed, "--fail-on", "surface"));
        assertTrue(
                out.toString().contains("crossing-added: virDomainDestroy now calls SIGKILL vm->pid"), out.toString());
        String entry = err.toString().lines().skip(1).findFirst().orElse("");
        assertEquals(
                "{\"kind\":\"crossing-added\",\"function\":\"virDomainDestroy\",\"subject\":\"SIGKILL vm->pid\","
                        + "\"reason\":\"\",\"expires\":\"\"}",
                entry);
        Path accepted = folder.resolve("accepted.json");
        Files.writeString(accepted, "[" + entry + "]");
        assertEquals(ExitCode.USAGE, run(LIBRARY, changed, "--fail-on", "surface", "--accept", accepted.toString()));
        String filled =
                entry.replace("\"reason\":\"\",\"expires\":\"\"", "\"reason\":\"r\",\"expires\":\"2999-01-01\"");
        Files.writeString(accepted, "[" + filled + "]");
        assertEquals(ExitCode.DONE, run(LIBRARY, changed, "--fail-on", "surface", "--accept", accepted.toString()));
        Files.writeString(accepted, "[" + filled.replace("2999", "1999") + "]");
        assertEquals(ExitCode.FINDINGS, run(LIBRARY, changed, "--fail-on", "surface", "--accept", accepted.toString()));
        assertTrue(err.toString().contains("has expired on 1999-01-01"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json", "sarif", "github"})
    void everyFormatTellsTheChange(String format) throws IOException {
        Path changed = changed("trees/os-stop.graphml", ">SIGTERM<", ">SIGKILL<");
        assertEquals(ExitCode.DONE, run(LIBRARY, changed, "--format", format));
        assertTrue(out.toString().contains("SIGKILL vm-"), out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"library.json", "trees/lock.graphml"})
    void damageNeverReadsAsNoChange(String file) throws IOException {
        Path damaged = changed(file, "\n", "<");
        assertEquals(ExitCode.NOT_ANALYSED, run(LIBRARY, damaged));
        assertEquals(ExitCode.NOT_ANALYSED, run(damaged, damaged));
        assertEquals("", out.toString());
    }

    @Test
    void missingTreeNeverReadsAsNoChange() throws IOException {
        Path copy = changed("library.json", "\n", "\n");
        Files.delete(copy.resolve("trees/lock.graphml"));
        assertEquals(ExitCode.NOT_ANALYSED, run(LIBRARY, copy));
        assertEquals(ExitCode.NOT_ANALYSED, run(copy, copy));
        assertEquals("", out.toString());
    }

    @Test
    void unknownKindIsAUsageError() {
        assertEquals(ExitCode.USAGE, run(LIBRARY, LIBRARY, "--fail-on", "surfaces"));
        assertTrue(err.toString().contains("there is no kind or severity of change 'surfaces'"), err.toString());
    }

    @Test
    void folderThatIsNoLibraryIsAUsageError() {
        assertEquals(ExitCode.USAGE, run(LIBRARY, folder));
        assertEquals("", out.toString());
    }

    private Path changed(String file, String text, String other) throws IOException {
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy.resolve("trees"));
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(LIBRARY.relativize(one).toString());
                Files.createDirectories(target.getParent());
                Files.copy(one, target);
            }
        }
        Path target = copy.resolve(file);
        Files.writeString(target, Files.readString(target).replace(text, other));
        return copy;
    }

    private int run(Path before, Path after, String... more) {
        String[] arguments = Stream.concat(Stream.of("diff", before.toString(), after.toString()), Stream.of(more))
                .toArray(String[]::new);
        return BtDetect.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
