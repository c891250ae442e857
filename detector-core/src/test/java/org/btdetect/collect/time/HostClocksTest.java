package org.btdetect.collect.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.btdetect.collect.time.HostClocks.Clock;
import org.junit.jupiter.api.Test;

class HostClocksTest {
    private static final long SECOND = 1_000_000;

    @Test
    void theFastestHandOverTellsHowFarAClockIsBehind() {
        HostClocks clocks = new HostClocks();
        clocks.precedes("api", 100 * SECOND, "compute", 40 * SECOND + 50_000);
        clocks.precedes("api", 200 * SECOND, "compute", 141 * SECOND);
        assertEquals(
                -60 * SECOND + 50_000,
                clocks.against("api").getOrDefault("compute", Clock.RIGHT).ahead());
    }

    @Test
    void clocksThatNothingContradictAreRight() {
        HostClocks clocks = new HostClocks();
        clocks.precedes("api", 100 * SECOND, "compute", 100 * SECOND + 50_000);
        assertEquals(new Clock(0, 50_000), clocks.against("api").get("compute"));
    }

    @Test
    void boundsOfBothSidesEncloseTheOffset() {
        SplittableRandom random = new SplittableRandom(7);
        long offset = 150 * SECOND;
        HostClocks clocks = new HostClocks();
        for (int i = 0; i < 100; i++) {
            long there = i * SECOND;
            long work = there + random.nextLong(20_000, 2_000_000) + offset;
            clocks.precedes("a", there, "b", work);
            clocks.precedes("b", work, "a", work - offset + random.nextLong(20_000, 2_000_000));
        }
        Clock found = clocks.against("a").getOrDefault("b", Clock.RIGHT);
        assertTrue(Math.abs(found.ahead() - offset) <= found.unsure(), found::toString);
        assertTrue(found.unsure() < SECOND, found::toString);
        assertEquals(List.of(), clocks.contradiction());
    }

    @Test
    void aClockThatWasSetContradictsItself() {
        HostClocks clocks = new HostClocks();
        clocks.precedes("a", 100 * SECOND, "b", 101 * SECOND);
        clocks.precedes("b", 300 * SECOND, "a", 200 * SECOND);
        assertEquals(2, clocks.contradiction().size());
    }

    @Test
    void knowledgeIsHandedOn() {
        HostClocks clocks = new HostClocks();
        clocks.precedes("api", 100 * SECOND, "conductor", 40 * SECOND);
        clocks.precedes("conductor", 50 * SECOND, "compute", 20 * SECOND);
        assertEquals(
                -90 * SECOND,
                clocks.against("api").getOrDefault("compute", Clock.RIGHT).ahead());
    }
}
