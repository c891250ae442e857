package org.btdetect.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a record was written, and how exactly that is known.
 *
 * @param micros microseconds since 1970 in universal time, corrected for what is known of the host's clock
 * @param began when the operation began, where the record is written at its end and tells how long it took; else
 *     {@code micros}
 * @param slack microseconds by which the true time may differ in either direction: the stamp's resolution and what
 *     remains unknown of the clock
 */
public record EventTime(long micros, long began, long slack) {
    public EventTime {
        if (began > micros || slack < 0) {
            throw new IllegalArgumentException("no time: from " + began + " to " + micros + ", slack " + slack);
        }
    }

    /** Returns the time of a record that stands for one moment. */
    public static EventTime at(long micros, long slack) {
        return new EventTime(micros, micros, slack);
    }

    /** Returns the earliest moment at which the operation may have begun. */
    public long earliest() {
        return began - slack;
    }

    /** Returns the latest moment at which the record may have been written. */
    public long latest() {
        return micros + slack;
    }

    /** Returns the moment of the record as the Java library's type. */
    public Instant instant() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
