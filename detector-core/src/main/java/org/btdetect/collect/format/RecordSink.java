package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.event.Event;

/** What comes of records. Each record is counted as exactly one of used, known, unknown or malformed. */
public interface RecordSink {
    /** An event, in the log's order. */
    void event(Event event);

    /** The record told an event or a part of one. */
    void used(RawRecord record);

    /** The record is understood and no evidence of anything: no tree reaches its trace point, or it repeats another. */
    void known(RawRecord record);

    /**
     * The record is of the log's format, and what it says is not known.
     *
     * @param from where what it says begins
     * @param to where that ends
     */
    void unknown(RawRecord record, int from, int to);

    /** The record is not of the log's format. */
    void malformed(RawRecord record);
}
