package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;
import org.btdetect.collect.record.Stamp;

/**
 * What the virtualization daemon puts in front of a message: {@code 2026-11-22 21:50:42.763+0000: THREAD: LEVEL :
 * FUNCTION:LINE : }; where each part stands in the record that was read last.
 */
final class LibvirtLine {
    private static final byte[] ZONE = Ascii.bytes("+0000: ");
    private static final byte[] COLON = Ascii.bytes(" : ");

    /** A date whose time of day has three digits of a fraction and the universal zone. */
    static final RecordStart START = (bytes, from, to) -> to - from > 32
            && bytes[from + 4] == '-'
            && bytes[from + 10] == ' '
            && bytes[from + 19] == '.'
            && bytes[from + 23] == '+';

    private final Stamp stamp = new Stamp();
    private long time;
    private int thread;
    private int threadEnd;
    private int level;
    private int function;
    private int functionEnd;
    private int message;

    boolean read(RawRecord record) {
        time = stamp.read(record, record.from());
        if (time == Stamp.NONE || !record.hasAt(stamp.end(), ZONE)) {
            return false;
        }
        thread = stamp.end() + ZONE.length;
        threadEnd = record.find(':', thread);
        level = threadEnd + 2;
        int levelEnd = threadEnd < 0 ? -1 : record.find(COLON, level);
        if (record.number(thread, threadEnd) < 0 || levelEnd < 0 || levelEnd - level > 10) {
            return false;
        }
        function = levelEnd + COLON.length;
        functionEnd = function;
        message = function;
        int colon = function;
        while (isName(record.at(colon))) {
            colon++;
        }
        int numberEnd = colon + 1;
        while (record.at(numberEnd) >= '0' && record.at(numberEnd) <= '9') {
            numberEnd++;
        }
        if (record.at(colon) == ':' && numberEnd > colon + 1 && record.hasAt(numberEnd, COLON)) {
            functionEnd = colon;
            message = numberEnd + COLON.length;
        }
        return true;
    }

    private static boolean isName(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
    }

    long time() {
        return time;
    }

    long resolution() {
        return stamp.resolution();
    }

    int thread() {
        return thread;
    }

    int threadEnd() {
        return threadEnd;
    }

    /** Whether the record reports an error. */
    boolean isError(RawRecord record) {
        return record.at(level) == 'e';
    }

    int function() {
        return function;
    }

    /** Returns where the function's name ends; where it begins if the record names none. */
    int functionEnd() {
        return functionEnd;
    }

    int message() {
        return message;
    }
}
