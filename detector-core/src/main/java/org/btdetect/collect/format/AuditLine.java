package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;

/** What stands in front of an audit record: {@code [node=N ]type=T msg=audit(SECONDS.MILLIS:SERIAL): }. */
final class AuditLine {
    private static final byte[] NODE = Ascii.bytes("node=");
    private static final byte[] TYPE = Ascii.bytes("type=");
    private static final byte[] STAMP = Ascii.bytes(" msg=audit(");

    private int type;
    private int typeEnd;
    private int key;
    private int keyEnd;
    private long micros;
    private int message;

    boolean read(RawRecord record) {
        int from = record.from();
        if (record.hasAt(from, NODE)) {
            from = record.find(' ', from) + 1;
        }
        if (!record.hasAt(from, TYPE)) {
            return false;
        }
        type = from + TYPE.length;
        typeEnd = record.find(' ', type);
        if (typeEnd < 0 || !record.hasAt(typeEnd, STAMP)) {
            return false;
        }
        key = typeEnd + STAMP.length;
        keyEnd = record.find(')', key);
        int point = record.find('.', key);
        int colon = record.find(':', key);
        if (keyEnd < 0 || point < 0 || colon != point + 4 || colon > keyEnd) {
            return false;
        }
        long seconds = record.number(key, point);
        long millis = record.number(point + 1, colon);
        if (seconds < 0 || seconds > 1L << 40 || millis < 0 || record.number(colon + 1, keyEnd) < 0) {
            return false;
        }
        micros = seconds * 1_000_000 + millis * 1_000;
        message = Math.min(record.to(), keyEnd + 3);
        return true;
    }

    int type() {
        return type;
    }

    int typeEnd() {
        return typeEnd;
    }

    /** Returns where the time and serial number begin, which all records of one operation share. */
    int key() {
        return key;
    }

    int keyEnd() {
        return keyEnd;
    }

    long micros() {
        return micros;
    }

    int message() {
        return message;
    }
}
