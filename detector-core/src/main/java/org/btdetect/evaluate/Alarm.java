package org.btdetect.evaluate;

import java.util.Optional;
import org.btdetect.tree.Layer;
import org.btdetect.verdict.Verdict;

/**
 * Something that a detector raised, whichever it is.
 *
 * @param from the first record's time in microseconds since 1970
 * @param to the last record's time
 * @param object what it was done to
 * @param level the level where it is said to have started
 * @param operation what is said to have been done
 */
public record Alarm(long from, long to, String object, Optional<Layer> level, String operation) {
    /** Returns a verdict as an alarm. */
    public static Alarm of(Verdict verdict) {
        return new Alarm(verdict.from(), verdict.to(), verdict.object(), verdict.level(), verdict.operation());
    }
}
