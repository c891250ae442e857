package org.btdetect.collect.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LogClockTest {
    private final LogClock berlin = new LogClock(ZoneId.of("Europe/Berlin"), 0, 0);

    private String utc(String local) {
        long stamp = LocalDateTime.parse(local).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
        return berlin.local(stamp, 1_000, 0).instant().toString();
    }

    @Test
    void winterAndSummer() {
        assertEquals("2026-01-01T11:00:00Z", utc("2026-01-01T12:00:00"));
        assertEquals("2026-07-01T10:00:00Z", utc("2026-07-01T12:00:00"));
    }

    @Test
    void theHourThatOccursTwiceIsToldApartByTheLogsOrder() {
        assertEquals("2026-10-24T23:30:00Z", utc("2026-10-25T01:30:00"));
        assertEquals("2026-10-25T00:10:00Z", utc("2026-10-25T02:10:00"));
        assertEquals("2026-10-25T00:59:00Z", utc("2026-10-25T02:59:00"));
        assertEquals("2026-10-25T01:05:00Z", utc("2026-10-25T02:05:00"));
        assertEquals("2026-10-25T02:01:00Z", utc("2026-10-25T03:01:00"));
    }

    @Test
    void theHourThatIsLeftOut() {
        assertEquals("2026-03-29T00:59:00Z", utc("2026-03-29T01:59:00"));
        assertEquals("2026-03-29T01:00:00Z", utc("2026-03-29T03:00:00"));
    }

    @Test
    void aClockThatIsAheadIsSetBack() {
        LogClock clock = new LogClock(ZoneOffset.UTC, 5_000_000, 250_000);
        assertEquals(995_000_000, clock.universal(1_000_000_000, 1_000, 7).micros());
        assertEquals(994_999_993, clock.universal(1_000_000_000, 1_000, 7).began());
        assertEquals(251_000, clock.universal(1_000_000_000, 1_000, 7).slack());
    }
}
