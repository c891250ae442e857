package org.btdetect.match;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as people read them. */
final class Moments {
    private Moments() {}

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
