package org.btdetect.match;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.event.Event;
import org.btdetect.verdict.Evidence;

/** The evidence of one activity as it grows, with the time that it spans; only so many records are kept. */
final class Trail {
    private static final int MOST = 64;

    private final List<Evidence> kept = new ArrayList<>();
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long count;

    void add(Event event, String key) {
        from = Math.min(from, event.time().micros());
        to = Math.max(to, event.time().micros());
        count++;
        if (kept.size() < MOST) {
            kept.add(Evidence.of(event, key));
        }
    }

    List<Evidence> records() {
        return List.copyOf(kept);
    }

    boolean isEmpty() {
        return count == 0;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }
}
