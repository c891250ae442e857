package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of the commands that read a tree library, over the sample library of the module behavior-tree. */
class LibraryCommandsTest {
    private static final Path LIBRARY = Path.of("..", "behavior-tree", "src", "test", "resources", "library");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "actions.txt, actions",
        "show.txt, show os-stop",
        "show-full.txt, show os-stop --full --depth 2",
        "show-layer.txt, show os-stop --layer qemu",
        "show-depth.txt, show os-stop --depth 3 --width 90",
        "show-narrow.txt, show os-stop --width 60",
        "show-periodic.txt, show _sync_power_states",
        "explain-name.txt, explain os-stop system_powerdown",
        "explain-part.txt, explain shutdown stop_instance",
        "explain-via.txt, explain os-stop force_stop",
        "explain-id.txt, explain reboot.type=HARD n3"
    })
    void outputIsTheGoldenOne(String golden, String command) throws IOException {
        assertEquals(0, run(command));
        assertEquals("", err.toString());
        Path file = GOLDEN.resolve(golden);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, out.toString());
        }
        assertEquals(Files.readString(file), out.toString(), () -> file + " (-Dgolden.update=true regenerates it)");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "show os-stpo | there is no action 'os-stpo' in this library: did you mean os-stop?",
                "show xyzzy | there is no action 'xyzzy' in this library",
                "show reboot | 'reboot' stands for several trees: reboot.type=HARD, reboot.type=SOFT",
                "show lock --full | this library has no full view of lock",
                "show lock --depth 0 | --depth and --width need a positive number",
                "explain os-stop virDomainDestory | did you mean virDomainDestroy?",
                "export --format dot --out x --action y | there is no action 'y' in this library"
            })
    void wrongNameIsAUsageError(String command, String message) {
        assertEquals(ExitCode.USAGE, run(command));
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith("btdetect: "), err.toString());
        assertTrue(err.toString().contains(message), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void folderThatIsNoLibraryIsAUsageError() {
        assertEquals(ExitCode.USAGE, execute("actions", "--library", folder.toString()));
        assertEquals("btdetect: " + folder + " is no tree library: it has no library.json\n", err.toString());
    }

    @Test
    void missingDefaultLibraryIsAUsageError() {
        assertEquals(ExitCode.USAGE, execute("actions"));
        assertTrue(err.toString().contains("name a tree library with --library"), err.toString());
    }

    @Test
    void damagedTreeCannotBeAnalysed() throws IOException {
        Files.createDirectories(folder.resolve("trees"));
        Files.copy(LIBRARY.resolve("library.json"), folder.resolve("library.json"));
        Path file = folder.resolve("trees/lock.graphml");
        Files.writeString(file, "<graphml>\n<graph>\n</graphml>\n");
        assertEquals(ExitCode.NOT_ANALYSED, execute("show", "lock", "--library", folder.toString()));
        assertTrue(err.toString().startsWith("btdetect: " + file + ": line 3: damaged XML: "), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void exportedTreesAreThoseOfTheLibrary() throws IOException {
        for (String format : List.of("graphml", "json", "dot")) {
            assertEquals(0, run("export --quiet --format " + format + " --out " + folder));
        }
        assertEquals("", out.toString() + err);
        for (String name : List.of("lock", "os-stop", "reboot.type=HARD")) {
            Path original = LIBRARY.resolve("trees/" + name + ".graphml");
            assertEquals(Files.readString(original), Files.readString(folder.resolve(name + ".graphml")));
        }
        assertEquals(
                Files.readString(LIBRARY.resolve("full/os-stop.json")),
                Files.readString(folder.resolve("os-stop.json")));
        assertEquals(15, files());
    }

    @Test
    void exportOfOneActionWritesItsVariants() throws IOException {
        assertEquals(0, run("export --format dot --action reboot --out " + folder));
        assertEquals("btdetect: 2 trees written to " + folder + "\n", err.toString());
        assertEquals(2, files());
    }

    @Test
    void textFromSourcesCannotSteerTheTerminal() {
        assertEquals("a [31mb c", NodeText.oneLine("a\u001b[31mb\u0007\r\n\u202ec"));
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private int run(String command) {
        return execute(Stream.concat(Arrays.stream(command.split(" ")), Stream.of("--library", LIBRARY.toString()))
                .toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return BtDetect.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
