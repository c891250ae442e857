package org.btdetect.keyword.overlap;

import java.util.Comparator;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.TracePoint;

/**
 * What a reader of logs sees of a trace point; two trace points that write the same are one record.
 *
 * @param speaker what the log names in front of the message, empty where it names nothing
 * @param template the template's text
 */
public record LogRecord(LogSource source, String speaker, String template) implements Comparable<LogRecord> {
    private static final Comparator<LogRecord> ORDER = Comparator.comparing(LogRecord::source)
            .thenComparing(LogRecord::speaker)
            .thenComparing(LogRecord::template);

    static LogRecord of(TracePoint point) {
        return new LogRecord(point.source(), point.speaker(), point.template().text());
    }

    /** By source, speaker and template. */
    @Override
    public int compareTo(LogRecord other) {
        return ORDER.compare(this, other);
    }
}
