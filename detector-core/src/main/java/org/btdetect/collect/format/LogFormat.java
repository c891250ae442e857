package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/** A format of logs. */
public interface LogFormat {
    /** Returns the format's name on the command line. */
    String id();

    /** Returns how its records begin. */
    RecordStart start();

    /** Whether a record looks as if it were of this format. */
    boolean isAt(RawRecord record);

    /** Whether its stamps name their time zone, or are in universal time. */
    boolean isUniversal();

    /** Returns a reader for one log. */
    RecordReader reader(LogContext context);
}
