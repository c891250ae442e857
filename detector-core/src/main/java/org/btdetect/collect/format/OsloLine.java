package org.btdetect.collect.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Stamp;

/**
 * What oslo.log puts in front of a message, by a format in its own configuration's words
 * ({@code logging_context_format_string}); where each part stands in the record that was read last.
 */
final class OsloLine {
    /** The formats of all releases, context or not: what stands between brackets varies and is read by its own look. */
    static final String DEFAULT_PREFIX = "%(asctime)s.%(msecs)03d %(process)d %(levelname)s %(name)s [%(request_id)s"
            + " %(user_identity)s] %(instance)s%(message)s";

    private static final Pattern FIELD = Pattern.compile("%\\((\\w+)\\)[0-9.]*[a-z]");
    private static final byte[] INSTANCE = Ascii.bytes("[instance: ");

    /** A part of the prefix and the byte behind it, 0 for none. */
    private record Part(String name, byte end) {}

    private final List<Part> parts = new ArrayList<>();
    private final Stamp stamp = new Stamp();
    private long time;
    private int process;
    private int processEnd;
    private int level;
    private int levelEnd;
    private int logger;
    private int loggerEnd;
    private int context;
    private int contextEnd;
    private int instance;
    private int message;

    OsloLine(String prefix) {
        Matcher matcher = FIELD.matcher(prefix);
        while (matcher.find()) {
            int end = matcher.end();
            char behind = end < prefix.length() ? prefix.charAt(end) : 0;
            parts.add(new Part(matcher.group(1), (byte) (behind == '%' ? 0 : behind)));
        }
    }

    /**
     * Reads the prefix of a record.
     *
     * @param from where it begins
     * @return whether there is one
     */
    boolean read(RawRecord record, int from) {
        int at = from;
        context = -1;
        instance = -1;
        process = processEnd = level = levelEnd = logger = loggerEnd = from;
        for (Part part : parts) {
            at = read(record, part, at);
            if (at < 0) {
                return false;
            }
        }
        message = at;
        return true;
    }

    private int read(RawRecord record, Part part, int at) {
        return switch (part.name()) {
            case "asctime" -> time(record, at);
            case "process" -> {
                process = at;
                processEnd = end(record, part, at);
                yield record.number(process, processEnd) < 0 ? -1 : processEnd + 1;
            }
            case "levelname" -> {
                level = at;
                levelEnd = end(record, part, at);
                yield levelEnd < 0 || !isUpper(record.at(level)) ? -1 : levelEnd + 1;
            }
            case "name" -> {
                logger = at;
                loggerEnd = end(record, part, at);
                yield loggerEnd < 0 ? -1 : context(record, loggerEnd + 1);
            }
            case "instance" -> instance(record, at);
            case "hostname", "thread", "threadName", "processName" -> end(record, part, at) + 1;
            default -> at;
        };
    }

    private int time(RawRecord record, int at) {
        time = stamp.read(record, at);
        int end = stamp.end();
        return time == Stamp.NONE || record.at(end) != ' ' ? -1 : end + 1;
    }

    /** What stands between brackets behind the logger; records of tracebacks have none. */
    private int context(RawRecord record, int at) {
        if (record.at(at) != '[' || record.hasAt(at, INSTANCE)) {
            return at;
        }
        int end = record.find(']', at);
        if (end < 0) {
            return at;
        }
        context = at + 1;
        contextEnd = end;
        return record.at(end + 1) == ' ' ? end + 2 : end + 1;
    }

    private int instance(RawRecord record, int at) {
        if (!record.hasAt(at, INSTANCE)) {
            return at;
        }
        instance = at + INSTANCE.length;
        int end = record.find(']', instance);
        if (end < 0) {
            instance = -1;
            return at;
        }
        return record.at(end + 1) == ' ' ? end + 2 : end + 1;
    }

    private static int end(RawRecord record, Part part, int at) {
        return part.end() == 0 ? record.to() : record.find((char) part.end(), at);
    }

    private static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    long time() {
        return time;
    }

    long resolution() {
        return stamp.resolution();
    }

    long process(RawRecord record) {
        return record.number(process, processEnd);
    }

    int processFrom() {
        return process;
    }

    int processEnd() {
        return processEnd;
    }

    int level() {
        return level;
    }

    int levelEnd() {
        return levelEnd;
    }

    int logger() {
        return logger;
    }

    int loggerEnd() {
        return loggerEnd;
    }

    /** Returns where the request's context begins, or -1 if the record has none. */
    int context() {
        return context;
    }

    int contextEnd() {
        return contextEnd;
    }

    /** Returns where the instance's UUID begins, or -1 if the record names none. */
    int instance() {
        return instance;
    }

    int message() {
        return message;
    }
}
