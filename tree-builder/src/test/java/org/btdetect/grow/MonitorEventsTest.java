package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.btdetect.associate.c.MonitorEvents;
import org.btdetect.frontend.c.CFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorEventsTest {

    @TempDir
    Path root;

    @Test
    void eventsAreReadOffTheTableAndTheCallbacksOfConnections() throws IOException {
        Files.writeString(root.resolve("a.c"), """
                typedef struct { const char *type; void (*handler)(void *mon, void *data); } qemuEventHandler;
                typedef struct { void (*eofNotify)(void *mon); void (*domainStop)(void *mon); } qemuMonitorCallbacks;

                static void handleStop(void *mon, void *data) { }
                static void handleReset(void *mon, void *data) { }
                static void handleEnd(void *mon) { }

                static qemuEventHandler eventHandlers[] = {
                    { "RESET", handleReset, },
                    { "STOP", handleStop, },
                };

                static qemuMonitorCallbacks callbacks = {
                    .eofNotify = handleEnd,
                    .domainStop = handleEnd,
                };
                """);
        IndexedProgram program = IndexedProgram.scan("c", root, path -> true, new CFrontEnd(problem -> {
            throw new AssertionError(problem);
        }));
        assertEquals(
                List.of("RESET handleReset a.c:9", "STOP handleStop a.c:10", "monitor-eof handleEnd a.c:14"),
                new MonitorEvents(program)
                        .all().stream()
                                .map(event -> event.name() + " "
                                        + event.handler().name() + " "
                                        + event.at().file() + ":" + event.at().line())
                                .toList());
    }
}
