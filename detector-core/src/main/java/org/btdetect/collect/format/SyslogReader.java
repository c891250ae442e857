package org.btdetect.collect.format;

import java.util.LinkedHashMap;
import java.util.Map;
import org.btdetect.collect.record.RawRecord;

/** Reads syslog's lines, and hands each to the reader of what it holds, as the journal's entries are. */
final class SyslogReader implements RecordReader {
    private final LogContext context;
    private final SyslogLine line;
    private final JournalEntries entries;

    SyslogReader(LogContext context) {
        this.context = context;
        this.line = new SyslogLine(context.clock().writtenUntil());
        this.entries = new JournalEntries(context);
    }

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        if (!line.read(raw)) {
            sink.malformed(raw);
            return;
        }
        String speaker = line.speaker(raw);
        int bracket = speaker.indexOf('[');
        long micros = line.isUniversal() ? line.time() : context.clock().utc(line.time());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("__REALTIME_TIMESTAMP", String.valueOf(micros));
        fields.put("_HOSTNAME", line.host(raw));
        fields.put("SYSLOG_IDENTIFIER", bracket < 0 ? speaker : speaker.substring(0, bracket));
        fields.put("MESSAGE", raw.text(line.message(), raw.to()));
        if (bracket >= 0 && speaker.endsWith("]")) {
            fields.put("_PID", speaker.substring(bracket + 1, speaker.length() - 1));
        }
        entries.read(raw, fields, sink);
    }

    @Override
    public void end(RecordSink sink) {
        entries.end(sink);
    }
}
