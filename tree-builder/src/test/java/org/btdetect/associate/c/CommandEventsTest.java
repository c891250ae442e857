package org.btdetect.associate.c;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceCache;
import org.junit.jupiter.api.Test;

/** The hand-written links between commands and events name nothing that QEMU does not have. */
class CommandEventsTest {

    private static final CommandEvents EVENTS = CommandEvents.read();

    @Test
    void aCommandMayCauseEvents() {
        assertEquals(List.of("POWERDOWN", "SHUTDOWN"), EVENTS.of("system_powerdown"));
        assertEquals(List.of(), EVENTS.of("query-status"));
    }

    @Test
    void everyNameIsDeclaredByTheSchemaOfTheQemuInHand() {
        Optional<Path> qemu = SourceCache.ofEnvironment(System.getenv())
                .find("zed")
                .flatMap(set -> set.component(ComponentKind.QEMU))
                .map(Component::root);
        assumeTrue(qemu.isPresent(), "no sources of QEMU: run 'btdetect sources fetch zed'");
        Qapi schema = Qapi.read("qemu", qemu.orElseThrow(), "qapi/qapi-schema.json");
        for (String command : EVENTS.commands()) {
            assertTrue(schema.command(command).isPresent(), command);
            for (String event : EVENTS.of(command)) {
                assertTrue(schema.event(event).isPresent(), event);
            }
        }
    }
}
