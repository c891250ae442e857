package org.btdetect.collect.record;

/** Tells whether a line begins a record of a format; if not, it continues the one before. */
@FunctionalInterface
public interface RecordStart {
    /** Every line is a record. */
    RecordStart EVERY_LINE = (bytes, from, to) -> true;

    boolean isAt(byte[] bytes, int from, int to);

    /** Lines that begin with a year and a hyphen. */
    RecordStart DATED = (bytes, from, to) -> to - from > 8
            && bytes[from + 4] == '-'
            && digit(bytes[from])
            && digit(bytes[from + 1])
            && digit(bytes[from + 2])
            && digit(bytes[from + 3]);

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }
}
