package org.btdetect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES =
            List.of("os-start", "os-stop", "pause", "unpause", "create", "createImage");

    @Test
    void namesThatDifferInFewLettersAreNear() {
        assertEquals(List.of("os-stop"), Nearest.to("os-stpo", NAMES));
        assertEquals(List.of("create"), Nearest.to("craete", NAMES));
    }

    @Test
    void namesThatContainTheTextAreNear() {
        assertEquals(List.of("pause", "unpause"), Nearest.to("PAUS", NAMES));
    }

    @Test
    void nothingIsNearToSomethingElse() {
        assertEquals(List.of(), Nearest.to("teleport", NAMES));
        assertEquals("", Nearest.hint("teleport", NAMES));
    }
}
