package org.btdetect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code scripts/compare-output}, with a stand-in for the command that "builds" a prepared library. */
class CompareOutputTest {
    private static final Path SCRIPT = Path.of("..", "scripts", "compare-output");
    private static final Path LIBRARY = Path.of("..", "behavior-tree", "src", "test", "resources", "library");

    private static final String COMMAND = """
            #!/usr/bin/env bash
            case $1 in
              sources) [[ -d $FRESH ]] || { echo "no archive answers" >&2; exit 3; } ;;
              build) cp -r "$FRESH" "$5" ;;
              export) mkdir -p "$7" && cp "$3"/full/*.json "$7" ;;
              actions) ls "$3/trees" ;;
            esac
            """;

    @TempDir
    Path folder;

    private Path committed;
    private Path fresh;

    @BeforeEach
    void prepare() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        committed = folder.resolve("output/zed");
        fresh = folder.resolve("fresh");
        Path command = Files.writeString(folder.resolve("btdetect"), COMMAND);
        assertTrue(command.toFile().setExecutable(true));
    }

    @Test
    void saysThatThereIsNothingToCompare() throws Exception {
        assertRun(0, "nothing to compare");
    }

    @Test
    void skipsWhereTheSourcesCannotBeHad() throws Exception {
        copy(committed);
        assertRun(0, "skipped: the sources of zed cannot be had here", "no archive answers");
    }

    @Test
    void sameSourcesHaveToYieldTheSameBytes() throws Exception {
        copy(committed);
        copy(fresh);
        Files.writeString(fresh.resolve("calls.csv.gz"), "written on demand");
        assertRun(0, "byte for byte");

        Files.writeString(fresh.resolve("trees/lock.graphml"), "other");
        assertRun(1, "differs from what the same sources yield", "trees/lock.graphml");
    }

    @Test
    void tellsWhatOtherSourcesChange() throws Exception {
        copy(committed);
        copy(fresh);
        Path index = fresh.resolve("library.json");
        Files.writeString(
                index, Files.readString(index).replaceFirst("\"version\" : \"[^\"]+\"", "\"version\" : \"9\""));
        assertRun(
                0, "the archive has moved on", "\"version\" : \"9\"", "actions are the same", "crossings are the same");

        Path tree = fresh.resolve("full/os-stop.json");
        Files.writeString(tree, Files.readString(tree).replace("system_powerdown", "system_reset"));
        Files.delete(fresh.resolve("trees/lock.graphml"));
        assertRun(
                0,
                "actions differ",
                "< lock.graphml",
                "crossings differ",
                "> os-stop qemu monitor-command system_reset");
    }

    private void assertRun(int exitCode, String... said) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString(), "zed").redirectErrorStream(true);
        builder.environment().put("BTDETECT", folder.resolve("btdetect").toString());
        builder.environment().put("BTDETECT_OUTPUT", folder.resolve("output").toString());
        builder.environment().put("FRESH", fresh.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, process.waitFor(), out);
        for (String text : said) {
            assertTrue(out.contains(text), out);
        }
    }

    private static void copy(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(LIBRARY.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
