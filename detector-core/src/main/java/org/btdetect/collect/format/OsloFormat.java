package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;

/** The text that oslo.log writes, with any configured prefix. */
public final class OsloFormat implements LogFormat {
    private final String prefix;

    /** @param prefix the value of {@code logging_context_format_string} */
    public OsloFormat(String prefix) {
        this.prefix = prefix;
    }

    /** The prefix of a deployment that configures none. */
    public OsloFormat() {
        this(OsloLine.DEFAULT_PREFIX);
    }

    @Override
    public String id() {
        return "oslo";
    }

    /** A date, or a log's name (that of the file a collector took it from) and a date. */
    @Override
    public RecordStart start() {
        return (bytes, from, to) -> RecordStart.DATED.isAt(bytes, from, to) || isNamed(bytes, from, to);
    }

    private static boolean isNamed(byte[] bytes, int from, int to) {
        for (int i = from, end = Math.min(to, from + OsloReader.LONGEST_NAME); i < end; i++) {
            if (bytes[i] == ' ') {
                return i > from && RecordStart.DATED.isAt(bytes, i + 1, to);
            }
        }
        return false;
    }

    @Override
    public boolean isUniversal() {
        return false;
    }

    @Override
    public boolean isAt(RawRecord record) {
        OsloLine line = new OsloLine(prefix);
        int from = OsloReader.nameEnd(record);
        return line.read(record, from) && line.levelEnd() > line.level() && line.loggerEnd() > line.logger();
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new OsloReader(context, new OsloLine(prefix));
    }
}
