package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.btdetect.event.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path log = Path.of("");

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(folder.resolve("instance-0000002a.log"), """
                2026-11-22 10:00:00.600+0000: shutting down, reason=destroyed
                2026-11-22T10:00:01.000000Z qemu-system-x86_64: warning: nothing of ours
                """);
    }

    private int run(String... arguments) {
        return BtDetect.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void eventsGoToStandardOutputAndTheSummaryToStandardError() {
        assertEquals(0, run("collect", "--library", folder.toString(), log.toString()));
        List<String> lines = out.toString().lines().toList();
        assertEquals(1, lines.size());
        assertTrue(
                lines.get(0).startsWith("{\"time\":\"2026-11-22T10:00:00.600000Z\",\"slack\":1000,"), lines::toString);
        assertTrue(err.toString().contains("domain, 2 lines, 1 events, 50.0 % recognised"), err::toString);
        assertTrue(err.toString().contains("messages are not recognised"), err::toString);
    }

    @Test
    void unknownLinesAreListedByShape() {
        assertEquals(0, run("collect", "--unknown", "--library", folder.toString(), log.toString()));
        assertEquals("       1 " + log + ":2 #: warning: nothing of ours\n", out.toString());
    }

    @Test
    void aZoneThatDoesNotExistIsAMistake() {
        assertEquals(2, run("collect", "--timezone", "Mars/Olympus", "--library", folder.toString(), log.toString()));
        assertTrue(err.toString().contains("no time zone: Mars/Olympus"), err::toString);
    }

    @Test
    void eachKindIsDocumented() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "events.md"));
        for (EventKind kind : EventKind.values()) {
            assertTrue(text.contains("| `" + kind.id() + "` |"), kind::id);
        }
    }
}
