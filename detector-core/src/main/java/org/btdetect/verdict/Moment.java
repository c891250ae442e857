package org.btdetect.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as they are written, in universal time. */
final class Moment {
    private Moment() {}

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
