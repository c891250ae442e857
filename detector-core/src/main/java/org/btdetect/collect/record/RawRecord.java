package org.btdetect.collect.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record as it stands in a log's buffer: one line, or a line and those that continue it. It is a view that the next
 * record overwrites; positions count from the start of {@link #bytes()}.
 */
public final class RawRecord {
    private String file = "";
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private long line;
    private int lines;
    private boolean cut;

    void set(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    void place(String newFile, long newLine, int newLines, boolean isCut) {
        file = newFile;
        line = newLine;
        lines = newLines;
        cut = isCut;
    }

    /** Returns a record of its own that holds a text and stands where another does; for texts that records wrap. */
    public static RawRecord of(String text, RawRecord place) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        RawRecord record = new RawRecord();
        record.set(bytes, 0, bytes.length);
        record.place(place.file, place.line, place.lines, place.cut);
        return record;
    }

    /** Returns the name of the file that holds the record. */
    public String file() {
        return file;
    }

    /** Returns the buffer that holds the record among others. */
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    /** Returns the position behind the record's last byte; line ends at its end do not belong to it. */
    public int to() {
        return to;
    }

    public int length() {
        return to - from;
    }

    /** Returns the number of the record's first line, from 1. */
    public long line() {
        return line;
    }

    public int lines() {
        return lines;
    }

    /** Whether the record was longer than what is kept of it. */
    public boolean isCut() {
        return cut;
    }

    /** Returns the byte at a position, or 0 outside of the record. */
    public byte at(int position) {
        return position >= from && position < to ? bytes[position] : 0;
    }

    /** Returns the first position of a byte from a position on, or -1. */
    public int find(char wanted, int start) {
        byte b = (byte) wanted;
        byte[] all = bytes;
        for (int i = Math.max(start, from), end = to; i < end; i++) {
            if (all[i] == b) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the first position of an ASCII text from a position on, or -1. */
    public int find(byte[] wanted, int start) {
        byte first = wanted[0];
        byte[] all = bytes;
        for (int i = Math.max(start, from), end = to - wanted.length; i <= end; i++) {
            if (all[i] == first && hasAt(i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether an ASCII text stands at a position. */
    public boolean hasAt(int position, byte[] wanted) {
        int end = position + wanted.length;
        return position >= from && end <= to && Arrays.equals(bytes, position, end, wanted, 0, wanted.length);
    }

    /** Returns the first line's end. */
    public int firstLineEnd() {
        int end = lines == 1 ? -1 : find('\n', from);
        return end < 0 ? to : end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /** Returns the text between two positions; bytes that are not UTF-8 become replacement characters. */
    public String text(int start, int end) {
        return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }

    /**
     * Returns the decimal number that fills the range.
     *
     * @return -1 if there is none or it has more than 18 digits
     */
    public long number(int start, int end) {
        if (start >= end || end - start > 18 || start < from || end > to) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    @Override
    public String toString() {
        return text(from, to);
    }
}
