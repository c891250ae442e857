package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;

/** UUIDs in texts, in the form with hyphens. */
final class Uuids {
    static final int LENGTH = 36;

    private Uuids() {}

    static boolean isAt(RawRecord record, int at) {
        if (at + LENGTH > record.to() || record.at(at + 8) != '-') {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isPart(record.at(at + i), i)) {
                return false;
            }
        }
        return true;
    }

    static boolean isUuid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isPart(text.charAt(i), i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the first UUID in a text, or an empty text. */
    static String first(String text) {
        for (int i = text.indexOf('-') - 8; i >= 0 && i + LENGTH <= text.length(); i++) {
            String candidate = text.substring(i, i + LENGTH);
            if (isUuid(candidate)) {
                return candidate;
            }
        }
        return "";
    }

    private static boolean isPart(int c, int index) {
        return index == 8 || index == 13 || index == 18 || index == 23
                ? c == '-'
                : c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
