package org.btdetect.collect.format;

import java.util.Arrays;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/** journald's export format: blocks of {@code FIELD=value} lines, each of which begins with its cursor. */
public final class JournalFormat implements LogFormat {
    private static final byte[] CURSOR = Ascii.bytes("__CURSOR=");

    @Override
    public String id() {
        return "journal";
    }

    @Override
    public RecordStart start() {
        return (bytes, from, to) ->
                to - from > CURSOR.length && Arrays.equals(bytes, from, from + CURSOR.length, CURSOR, 0, CURSOR.length);
    }

    @Override
    public boolean isUniversal() {
        return true;
    }

    @Override
    public boolean isAt(RawRecord record) {
        return record.hasAt(record.from(), CURSOR);
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new JournalReader(context);
    }
}
