package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/**
 * Records as JSON objects, one on a line or laid out over several: oslo.log's JSON formatter, notifications of either
 * format, CADF audit notifications, instance actions, journald's JSON.
 */
public final class JsonFormat implements LogFormat {
    private static final String[] KEYS = {
        "\"event_type\"",
        "\"oslo.message\"",
        "\"typeURI\"",
        "\"instanceAction\"",
        "\"instanceActions\"",
        "\"levelname\"",
        "\"__REALTIME_TIMESTAMP\""
    };

    @Override
    public String id() {
        return "json";
    }

    @Override
    public RecordStart start() {
        return (bytes, from, to) -> to > from && (bytes[from] == '{' || bytes[from] == '[');
    }

    @Override
    public boolean isUniversal() {
        return true;
    }

    @Override
    public boolean isAt(RawRecord record) {
        for (String key : KEYS) {
            if (record.find(Ascii.bytes(key), record.from()) >= 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new JsonReader(context);
    }
}
