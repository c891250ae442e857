package org.btdetect.keyword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.junit.jupiter.api.Test;

class TemplateIndexTest {
    private static final String MANAGER = "nova.compute.manager";

    private final TemplateIndex index = new TemplateIndex(List.of(
            point(1, LogSource.NOVA_LOG, MANAGER, "Instance {0}"),
            point(2, LogSource.NOVA_LOG, MANAGER, "Instance destroyed {0}"),
            point(3, LogSource.NOVA_LOG, MANAGER, "Instance destroyed {0}"),
            point(4, LogSource.NOVA_LOG, MANAGER, "{0}"),
            point(5, LogSource.NOVA_LOG, "nova.virt.libvirt.driver", "Instance destroyed successfully."),
            point(6, LogSource.LIBVIRT_LOG, "virDomainDestroy", "dom={dom:pointer}"),
            point(7, LogSource.LIBVIRT_LOG, "qemuProcessKill", "vm={vm:pointer} flags=0x{flags:hex}")));

    @Test
    void theMostSpecificTemplateOfTheSpeakerWins() {
        Recognition found = recognise(LogSource.NOVA_LOG, MANAGER, "Instance destroyed successfully.")
                .orElseThrow();
        assertEquals(
                List.of("p2", "p3"), found.points().stream().map(TracePoint::id).toList());
        assertEquals("successfully.", found.fields().get("0"));
    }

    @Test
    void anUnknownSpeakerIsAnyOne() {
        Recognition found = recognise(LogSource.NOVA_LOG, "", "Instance destroyed successfully.")
                .orElseThrow();
        assertEquals("p5", found.points().get(0).id());
        assertEquals(
                4,
                index.candidates(LogSource.NOVA_LOG, "Instance destroyed successfully.")
                        .size());
    }

    @Test
    void aFunctionOfTheDaemonMayPassOnWhatAnotherWrites() {
        assertEquals(
                "p7",
                recognise(LogSource.LIBVIRT_LOG, "virDomainDestroy", "vm=0x7f flags=0x1")
                        .orElseThrow()
                        .points()
                        .get(0)
                        .id());
    }

    @Test
    void nothingIsRecognisedWhereNothingFits() {
        assertEquals(Optional.empty(), recognise(LogSource.LIBVIRT_LOG, "virDomainDestroy", "dom=0"));
        assertEquals(Optional.empty(), recognise(LogSource.MONITOR, "", "stop"));
    }

    private Optional<Recognition> recognise(LogSource source, String speaker, String message) {
        return index.recognise(new LogLine(source, speaker, message));
    }

    static TracePoint point(int number, LogSource source, String speaker, String template) {
        boolean daemon = source == LogSource.LIBVIRT_LOG;
        return new TracePoint(
                "p" + number,
                TracePointKind.LOG_STATEMENT,
                new TracePoint.Channel(source, Level.INFO, daemon ? "libvirt" : speaker),
                Template.parse(template).orElseThrow(),
                new TracePoint.Origin(new Place("nova", "a.py", number), daemon ? speaker : "f"),
                daemon ? Set.of(Layer.LIBVIRT) : Set.of());
    }
}
