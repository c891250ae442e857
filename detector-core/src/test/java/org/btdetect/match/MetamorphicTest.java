package org.btdetect.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.verdict.Verdict;
import org.btdetect.verdict.VerdictKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to hold of any logs: changes of the records change the verdicts as they should. */
class MetamorphicTest {
    private static final int OPERATIONS = 20;

    private final long seed = Long.getLong("seed", 20_261_123L);
    private final Random random = new Random(seed);
    private List<Event> events = List.of();

    /** Users' stops and pauses of a few instances, with an intruder's calls in between. */
    @BeforeEach
    void write() {
        SmallLogs logs = SmallLogs.begun();
        for (int i = 0; i < OPERATIONS; i++) {
            String instance = instance(i % 4);
            long at = 60_000 + i * 20_000L + random.nextInt(5000);
            if (random.nextBoolean()) {
                logs.stop(at, "req-" + i, instance);
            } else {
                logs.request(at, "req-" + i, "pause", instance)
                        .work(at + 50, "req-" + i, SmallLibrary.PAUSING, instance)
                        .call(at + 90, SmallLogs.SERVICE, "virDomainSuspend", instance);
            }
            if (i % 5 == 0) {
                logs.call(at + 70, "0x9#" + i, "virDomainSuspend", instance);
            }
        }
        events = logs.events();
    }

    @Test
    void withoutItsRequestExactlyOneOperationMoreIsUnauthorised() {
        for (int i = 0; i < OPERATIONS; i++) {
            String request = "req-" + i;
            List<Event> without = events.stream()
                    .filter(event -> !(event.kind() == EventKind.ACTION
                            && event.link().request().equals(request)))
                    .toList();
            Map<VerdictKind, Integer> expected = kinds(events);
            expected.merge(VerdictKind.AUTHORISED, -1, Integer::sum);
            expected.merge(VerdictKind.UNAUTHORISED, 1, Integer::sum);
            assertEquals(expected, kinds(without), "without " + request + ", seed " + seed);
        }
    }

    @Test
    void aRepeatedRecordChangesNothing() {
        for (int i = 0; i < events.size(); i++) {
            List<Event> repeated = new ArrayList<>(events);
            repeated.add(i, events.get(i));
            assertEquals(kinds(events), kinds(repeated), "twice: " + events.get(i) + ", seed " + seed);
        }
    }

    @Test
    void anIntrudersCallIsOneAlarmMore() {
        Map<VerdictKind, Integer> expected = kinds(events);
        expected.merge(VerdictKind.UNAUTHORISED, 1, Integer::sum);
        SmallLogs more = new SmallLogs();
        more.events().addAll(events);
        more.call(60_000 + random.nextInt(300_000), "0xa#1", "virDomainDestroy", instance(1));
        assertEquals(expected, kinds(more.events()), "seed " + seed);
    }

    @Test
    void recordsMayComeOutOfOrderWithinTheBudget() {
        List<Event> shuffled = new ArrayList<>(events);
        for (int i = 0; i + 8 < shuffled.size(); i += 8) {
            List<Event> near = shuffled.subList(i, i + 8);
            long span = near.get(7).time().micros() - near.get(0).time().micros();
            if (span < MatchOptions.DEFAULT.budget()) {
                Collections.shuffle(near, random);
            }
        }
        assertEquals(SmallLogs.judge(events), SmallLogs.judge(shuffled), "seed " + seed);
    }

    private static Map<VerdictKind, Integer> kinds(List<Event> events) {
        Map<VerdictKind, Integer> kinds = new TreeMap<>();
        for (Verdict verdict : SmallLogs.judge(events)) {
            kinds.merge(verdict.kind(), 1, Integer::sum);
        }
        return kinds;
    }

    private static String instance(int number) {
        return "0000000" + number + "-2222-3333-4444-555555555555";
    }
}
