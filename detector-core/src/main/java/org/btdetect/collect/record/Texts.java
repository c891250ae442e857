package org.btdetect.collect.record;

import java.nio.charset.StandardCharsets;

/**
 * Texts that occur again and again (loggers, users, requests), made once: a table of fixed size in which a newer text takes
 * an older one's place.
 */
public final class Texts {
    private static final int SLOTS = 1 << 13;
    private static final int LONGEST = 256;

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] values = new String[SLOTS];

    /** Returns the text between two positions of a record. */
    public String of(RawRecord record, int from, int to) {
        int length = to - from;
        if (length <= 0) {
            return "";
        }
        if (length > LONGEST) {
            return record.text(from, to);
        }
        byte[] bytes = record.bytes();
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        byte[] key = keys[slot];
        if (key != null && record.hasAt(from, key) && key.length == length) {
            return values[slot];
        }
        byte[] copy = java.util.Arrays.copyOfRange(bytes, from, to);
        String value = new String(copy, StandardCharsets.UTF_8);
        keys[slot] = copy;
        values[slot] = value;
        return value;
    }
}
