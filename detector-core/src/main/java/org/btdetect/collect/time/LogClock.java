package org.btdetect.collect.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.btdetect.event.EventTime;

/**
 * Makes universal times of one log's stamps: by the time zone of stamps that name none, and by what is known of the host's
 * clock. Where a zone's clock was turned back, so that a local time occurred twice, the log's order tells which it was.
 */
public final class LogClock {
    /** How far a log's stamps may go back without the clock having been turned back, in microseconds. */
    private static final long DISORDER = 300_000_000L;

    private static final long QUARTER = 900_000_000L;

    private final ZoneRules rules;
    private final long ahead;
    private final long unsure;
    private long offset;
    private long validFrom = Long.MAX_VALUE;
    private long validTo = Long.MIN_VALUE;
    private long until;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;

    /**
     * @param zone of stamps that name no zone
     * @param ahead how many microseconds the host's clock is ahead
     * @param unsure by how many microseconds that may be wrong in either direction
     */
    public LogClock(ZoneId zone, long ahead, long unsure) {
        this.rules = zone.getRules();
        this.ahead = ahead;
        this.unsure = unsure;
    }

    /** A record with this stamp was read, whether it told an event or not. */
    public void saw(long stamp) {
        if (stamp < first) {
            first = stamp;
        }
        if (stamp > last) {
            last = stamp;
        }
    }

    /**
     * What stamps span.
     *
     * @param from the least, as seen
     * @param to the greatest, as seen
     */
    public record Span(long from, long to) {}

    /** Returns what the stamps seen so far span, in universal time and corrected; nothing if none was seen. */
    public Optional<Span> seen() {
        return first > last ? Optional.empty() : Optional.of(new Span(first - ahead, last - ahead));
    }

    /** Stamps are in universal time and the clock is right. */
    public static LogClock universal() {
        return new LogClock(ZoneOffset.UTC, 0, 0);
    }

    /** Tells when the log was written last, in microseconds since 1970, for stamps that name no year. */
    public LogClock writtenUntil(long micros) {
        until = micros;
        return this;
    }

    /** Returns when the log was written last, 0 if that was not told. */
    public long writtenUntil() {
        return until;
    }

    /** Returns a clock of the same host for stamps in universal time. */
    public LogClock inUniversalTime() {
        return new LogClock(ZoneOffset.UTC, ahead, unsure);
    }

    /**
     * Returns the time of a stamp without a zone.
     *
     * @param local microseconds since 1970 as if it were universal
     * @param resolution what the stamp's last digit stands for, in microseconds
     * @param took how long what was recorded took until then, in microseconds
     */
    public EventTime local(long local, long resolution, long took) {
        return universal(utc(local), resolution, took);
    }

    /** Returns the universal time of a stamp without a zone, both in microseconds since 1970. */
    public long utc(long local) {
        if (local < validFrom || local >= validTo) {
            look(local);
        }
        return local - offset;
    }

    /** Returns the time of a stamp in universal time; parameters as of {@link #local}. */
    public EventTime universal(long micros, long resolution, long took) {
        latest = Math.max(latest, micros);
        long corrected = micros - ahead;
        return new EventTime(corrected, corrected - Math.max(0, took), resolution + unsure);
    }

    /** Finds the offset of a local time; it holds for the same quarter of an hour, where no clock is turned within one. */
    private void look(long local) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1_000_000L), 0, ZoneOffset.UTC);
        ZoneOffsetTransition transition = rules.getTransition(time);
        if (transition == null) {
            offset = micros(rules.getOffset(time));
            validFrom = Math.floorDiv(local, QUARTER) * QUARTER;
            validTo = validFrom + QUARTER;
            return;
        }
        long before = micros(transition.getOffsetBefore());
        boolean isSecond = transition.isOverlap() && latest != Long.MIN_VALUE && local - before < latest - DISORDER;
        offset = isSecond ? micros(transition.getOffsetAfter()) : before;
        validFrom = Long.MAX_VALUE;
        validTo = Long.MIN_VALUE;
    }

    private static long micros(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000_000L;
    }
}
