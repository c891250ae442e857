package org.btdetect.keyword.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.PercentFormat;
import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.btdetect.tree.io.TreeFormatException;
import org.junit.jupiter.api.Test;

class KeywordJsonTest {
    private static final String EXPECTED = """
            {"format":"btdetect-keywords-1",
            "tracePoints":[
            {"id":"nova:manager.py:7","kind":"log-statement","source":"nova-log","level":"info","logger":"nova.manager",\
            "template":"Took {0:decimal} seconds","function":"Manager.stop","component":"nova","file":"manager.py",\
            "line":7,"layers":["compute"]},
            {"id":"qemu:stop","kind":"monitor-command","source":"monitor","level":"none","template":"stop",\
            "component":"libvirt","file":"m.c","line":3}
            ],
            "actions":[
            {"action":"os-stop"},
            {"action":"reboot","variant":{"type":"HARD"},"nodes":{"n2":{"always":[0],"error":[1]},"n10":{"sometimes":[0]}}}
            ]}
            """;

    @Test
    void aLibraryIsWrittenALineATracePointAndReadBack() throws IOException {
        assertEquals(EXPECTED, write(library()));
        assertEquals(EXPECTED, write(KeywordJson.read(new StringReader(EXPECTED))));
    }

    @Test
    void damageIsTold() {
        assertDamage("no keyword library", "[]");
        assertDamage("no keyword library: the format is '', not btdetect-keywords-1", "{}");
        assertDamage("line 2: unknown property 'x'", "{\"format\":\"btdetect-keywords-1\",\n\"x\":1}");
        assertDamage("there is no trace point number 9", EXPECTED.replace("[0]", "[9]"));
        assertDamage("unknown level 'loud', known are", EXPECTED.replace("\"info\"", "\"loud\""));
        assertDamage("two trace points with the id qemu:stop", EXPECTED.replace("nova:manager.py:7", "qemu:stop"));
        assertDamage("damaged JSON", EXPECTED.substring(0, 300));
    }

    private static void assertDamage(String message, String text) {
        TreeFormatException failure =
                assertThrows(TreeFormatException.class, () -> KeywordJson.read(new StringReader(text)));
        assertEquals(true, String.valueOf(failure.getMessage()).contains(message), failure.getMessage());
    }

    private static String write(KeywordLibrary library) throws IOException {
        StringWriter out = new StringWriter();
        KeywordJson.write(library, out);
        return out.toString();
    }

    private static KeywordLibrary library() {
        TracePoint log = new TracePoint(
                "nova:manager.py:7",
                TracePointKind.LOG_STATEMENT,
                new TracePoint.Channel(LogSource.NOVA_LOG, Level.INFO, "nova.manager"),
                PercentFormat.parse("Took %0.2f seconds", List.of()),
                new TracePoint.Origin(new Place("nova", "manager.py", 7), "Manager.stop"),
                Set.of(Layer.COMPUTE));
        TracePoint stop = new TracePoint(
                "qemu:stop",
                TracePointKind.MONITOR_COMMAND,
                new TracePoint.Channel(LogSource.MONITOR, Level.NONE, ""),
                Template.literal("stop"),
                new TracePoint.Origin(new Place("libvirt", "m.c", 3), ""),
                Set.of());
        return new KeywordLibrary(
                List.of(stop, log),
                Map.of(
                        ActionName.of("os-stop"),
                        List.of(),
                        ActionName.of("reboot", Map.of("type", "HARD")),
                        List.of(
                                new Emission("nova:manager.py:7", "n10", Occurrence.SOMETIMES),
                                new Emission("nova:manager.py:7", "n2", Occurrence.ALWAYS),
                                new Emission("qemu:stop", "n2", Occurrence.ERROR))));
    }
}
