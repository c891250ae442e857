package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Texts;
import org.btdetect.collect.time.LogClock;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Origin;
import org.btdetect.event.Source;

/**
 * What is known of a log before it is read.
 *
 * @param source who wrote it
 * @param domain the domain that the whole log is about, empty if none
 * @param clock makes universal times of its stamps
 * @param vocabulary recognises messages
 * @param texts makes texts of what stands in it
 */
public record LogContext(Source source, String domain, LogClock clock, Vocabulary vocabulary, Texts texts) {

    EventBuilder event(EventTime time, RawRecord record, EventKind kind, String operation) {
        return event(source, time, record, new Named(kind, operation));
    }

    EventBuilder event(Source source, EventTime time, RawRecord record, Named what) {
        return new EventBuilder(
                time, source, new Origin(record.file(), record.line(), record.lines()), what.kind(), what.operation());
    }

    /** A kind of operation and the operation's name. */
    record Named(EventKind kind, String operation) {}

    static Outcome outcome(boolean isOk) {
        return isOk ? Outcome.OK : Outcome.FAILED;
    }
}
