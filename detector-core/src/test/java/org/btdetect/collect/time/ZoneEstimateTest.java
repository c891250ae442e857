package org.btdetect.collect.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.btdetect.collect.time.ZoneEstimate.Offset;
import org.junit.jupiter.api.Test;

class ZoneEstimateTest {
    private static final long HOUR = 3_600_000_000L;

    @Test
    void recordsOfTheSameInstanceFallTogetherInOneZoneOnly() {
        SplittableRandom random = new SplittableRandom(3);
        ZoneEstimate estimate = new ZoneEstimate();
        List<Long> universal = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long time = random.nextLong(24 * HOUR);
            universal.add(time);
            estimate.add("vm", time + 5 * HOUR + HOUR / 2 + random.nextLong(1_000_000));
        }
        assertEquals(Optional.of(new Offset(5 * HOUR + HOUR / 2, 12)), estimate.offset(Map.of("vm", universal)));
    }

    @Test
    void aRecordThatTellsItsUniversalTimeSettlesIt() {
        ZoneEstimate estimate = new ZoneEstimate();
        estimate.add(100 * HOUR, 103 * HOUR + 400_000);
        assertEquals(Optional.of(new Offset(-3 * HOUR, 1)), estimate.offset(Map.of()));
    }

    @Test
    void tooLittleIsNoEvidence() {
        ZoneEstimate estimate = new ZoneEstimate();
        estimate.add("vm", HOUR);
        assertEquals(Optional.empty(), estimate.offset(Map.of("vm", List.of(0L))));
    }
}
