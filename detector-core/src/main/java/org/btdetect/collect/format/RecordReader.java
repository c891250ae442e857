package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;

/** Reads the records of one log in their order. */
public interface RecordReader {
    /** Reads a record, and tells the sink what came of it: at most one of its methods other than {@code event} is called. */
    void read(RawRecord record, RecordSink sink);

    /** The log is at its end; what waited for further records is told now. */
    default void end(RecordSink sink) {}
}
