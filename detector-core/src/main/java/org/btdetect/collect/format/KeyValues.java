package org.btdetect.collect.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.btdetect.collect.record.RawRecord;

/** Names and values as logs write them: {@code key=value}, in two styles; values may hold blanks. */
enum KeyValues {
    /** As a C program logs its arguments: a name stands at the begin or behind a comma and a blank. */
    ARGUMENTS,
    /** As the kernel's audit writes fields: a name stands behind a blank, an apostrophe or the group separator. */
    AUDIT;

    /** Texts that the kernel writes in hexadecimal, without quotation marks, if they hold a blank or a control character. */
    private static final Set<String> ENCODED =
            Set.of("name", "comm", "exe", "cwd", "proctitle", "path", "vm", "old-disk", "new-disk", "acct", "cmd");

    private static final int LONGEST = 2_000;
    private static final int MOST = 64;
    private static final byte GROUP_SEPARATOR = 0x1d;

    /** Returns the values between two positions by their keys; of a key that occurs twice, the first. */
    Map<String, String> read(RawRecord record, int from, int to) {
        Map<String, String> values = new LinkedHashMap<>();
        int key = nextKey(record, from, to, from);
        while (key >= 0 && values.size() < MOST) {
            int equals = record.find('=', key);
            int next = nextKey(record, equals + 1, to, -1);
            String name = record.text(key, equals);
            String value = value(record, equals + 1, next < 0 ? to : next);
            boolean isEncoded = this == AUDIT && ENCODED.contains(name) && record.at(equals + 1) != '"';
            values.putIfAbsent(name, isEncoded ? decoded(value) : value);
            key = next;
        }
        return values;
    }

    /** Returns where the value of a key begins and ends, up to a blank, comma or parenthesis; both {@code to} if it is not there. */
    static int[] find(RawRecord record, byte[] keyAndEquals, int from, int to) {
        int at = record.find(keyAndEquals, from);
        if (at < 0 || at >= to) {
            return new int[] {to, to};
        }
        int start = at + keyAndEquals.length;
        int end = start;
        while (end < to && !isEnd(record.at(end))) {
            end++;
        }
        return new int[] {start, end};
    }

    private static boolean isEnd(byte b) {
        return b == ' ' || b == ',' || b == ')' || b == '\n' || b == '\r';
    }

    private String value(RawRecord record, int from, int end) {
        int last = Math.min(end, from + LONGEST);
        while (last > from && isBetween(record.at(last - 1))) {
            last--;
        }
        boolean isQuoted = last - from >= 2 && record.at(from) == '"' && record.at(last - 1) == '"';
        return isQuoted ? record.text(from + 1, last - 1) : record.text(from, last);
    }

    /** Returns the text that a value in hexadecimal stands for; other values as they are. */
    static String decoded(String value) {
        boolean isHex =
                value.length() >= 2 && value.length() % 2 == 0 && value.chars().allMatch(KeyValues::isHex);
        return isHex ? new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8) : value;
    }

    private static boolean isHex(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
    }

    private boolean isBetween(byte b) {
        return b == ' ' || (this == ARGUMENTS ? b == ',' : b == '\'' || b == GROUP_SEPARATOR);
    }

    /** Returns where the next key begins, or -1. */
    private int nextKey(RawRecord record, int from, int to, int begin) {
        int word = begin;
        boolean isQuoted = false;
        for (int i = from; i < to; i++) {
            byte b = record.at(i);
            if (b == '"') {
                isQuoted = !isQuoted;
                word = -1;
            } else if (isQuoted) {
                continue;
            } else if (b == ' ') {
                word = this == AUDIT || record.at(i - 1) == ',' ? i + 1 : -1;
            } else if (this == AUDIT && (b == '\'' || b == GROUP_SEPARATOR)) {
                word = i + 1;
            } else if (b == '=' && word >= 0 && i > word) {
                return word;
            } else if (!isWord(b)) {
                word = -1;
            }
        }
        return -1;
    }

    private static boolean isWord(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '-' || b == '.';
    }
}
