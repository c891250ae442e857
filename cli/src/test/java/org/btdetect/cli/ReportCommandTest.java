package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of {@code report} and {@code clients} over the sample library of the module behavior-tree. */
class ReportCommandTest {
    private static final String LIBRARY = Path.of("..", "behavior-tree", "src", "test", "resources", "library")
            .toString();

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aLibraryWithoutKeywordsAndClientsIsOnePage() throws IOException {
        Path page = folder.resolve("page.html");
        assertEquals(0, run("report", "--library", LIBRARY, "--against", LIBRARY, "--out", page.toString()));
        assertEquals("", out.toString());
        assertTrue(Files.readString(page).startsWith("<!DOCTYPE html>"));
    }

    @Test
    void anActionIsDrawnInLanes() throws IOException {
        Path picture = folder.resolve("stop.svg");
        assertEquals(0, run("report", "--library", LIBRARY, "--picture", "os-stop", "--out", picture.toString()));
        String svg = Files.readString(picture);
        assertTrue(svg.startsWith("<svg "), svg);
        assertTrue(svg.contains(">QEMU</text>"), svg);
    }

    @Test
    void anAddressThatABrowserWouldRunIsAUsageError() {
        String page = folder.resolve("page.html").toString();
        assertEquals(
                ExitCode.USAGE,
                run("report", "--library", LIBRARY, "--out", page, "--source-url", "nova=javascript:alert(1)"));
        assertTrue(err.toString().contains("--source-url"), err.toString());
    }

    @Test
    void aLibraryWithoutClientsSaysWhatToDo() {
        assertEquals(ExitCode.USAGE, run("clients", "--library", LIBRARY));
        assertTrue(err.toString().contains("build it anew"), err.toString());
    }

    private int run(String... arguments) {
        return BtDetect.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
