package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/**
 * What syslog daemons write, and {@code journalctl -o short-iso-precise} and {@code short-precise} print: a time, the host,
 * who speaks and its process. Times that name no year are of the last year
 * before the log's file was written last.
 */
public final class SyslogFormat implements LogFormat {
    @Override
    public String id() {
        return "syslog";
    }

    @Override
    public RecordStart start() {
        return RecordStart.EVERY_LINE;
    }

    @Override
    public boolean isUniversal() {
        return false;
    }

    @Override
    public boolean isAt(RawRecord record) {
        return new SyslogLine(0).read(record);
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new SyslogReader(context);
    }
}
