package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path cache;

    @Test
    void listsTheSetsWhetherHereOrNot() {
        assertEquals(0, run("sources", "--cache", cache.toString()));
        assertTrue(out.toString().contains("zed       2022.2, 26, bookworm  -"), out.toString());
        assertTrue(err.toString().contains("kept in " + cache), err.toString());
    }

    @Test
    void unknownSetIsAUsageErrorInOneLine() {
        assertEquals(2, run("sources", "fetch", "essex", "--cache", cache.toString()));
        assertEquals("", out.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
    }

    @Test
    void archiveThatIsOutOfReachIsNotAnalysed() {
        String nowhere = cache.resolve("debian").toUri().toString();
        assertEquals(3, run("sources", "fetch", "zed", "--cache", cache.toString(), "--archive", nowhere));
        assertEquals("", out.toString());
    }

    private int run(String... args) {
        return BtDetect.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
