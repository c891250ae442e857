package org.btdetect.collect.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.btdetect.collect.record.RawRecord;

/** Reads journald's export format. A field with line ends in it stands behind its length, eight bytes, the least first. */
final class JournalReader implements RecordReader {
    private static final int MOST_FIELDS = 256;

    private final JournalEntries entries;

    JournalReader(LogContext context) {
        this.entries = new JournalEntries(context);
    }

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        Map<String, String> fields = fields(raw);
        if (fields.containsKey("__REALTIME_TIMESTAMP")) {
            entries.read(raw, fields, sink);
        } else {
            sink.malformed(raw);
        }
    }

    @Override
    public void end(RecordSink sink) {
        entries.end(sink);
    }

    private static Map<String, String> fields(RawRecord raw) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = raw.from();
        while (at < raw.to() && fields.size() < MOST_FIELDS) {
            int newline = raw.find('\n', at);
            int end = newline < 0 ? raw.to() : newline;
            int equals = raw.find('=', at);
            if (equals >= 0 && equals < end) {
                fields.put(raw.text(at, equals), raw.text(equals + 1, end));
                at = end + 1;
            } else if (end == at) {
                at = end + 1;
            } else {
                long length = length(raw, end + 1);
                int from = end + 9;
                if (length < 0 || length > raw.to() - from) {
                    return fields;
                }
                fields.put(raw.text(at, end), raw.text(from, from + (int) length));
                at = from + (int) length + 1;
            }
        }
        return fields;
    }

    private static long length(RawRecord raw, int at) {
        long length = 0;
        for (int i = 7; i >= 0; i--) {
            length = length << 8 | raw.at(at + i) & 0xff;
        }
        return length;
    }
}
