package org.btdetect.collect.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Counts records by their shape: the text with every word that holds a digit replaced, so that messages that differ in their
 * values alone are counted together. Memory is bounded: where the table is full, further shapes are counted as one.
 */
public final class Shapes {
    private static final int SLOTS = 1 << 13;
    private static final int MOST = SLOTS * 3 / 4;
    private static final int LONGEST = 400;

    private final long[] hashes = new long[SLOTS];
    private final long[] counts = new long[SLOTS];
    private final String[] examples = new String[SLOTS];
    private final long[] lines = new long[SLOTS];
    private int size;
    private long others;

    /**
     * A shape.
     *
     * @param text the text with values replaced by {@code #}
     * @param count how many records have it
     * @param line the number of the first line that has it
     */
    public record Shape(String text, long count, long line) {}

    /** Counts the part of a record between two positions. */
    public void count(RawRecord record, int from, int to) {
        int end = Math.min(to, from + LONGEST);
        long hash = hash(record.bytes(), from, end);
        int slot = (int) (hash ^ hash >>> 32) & SLOTS - 1;
        while (counts[slot] != 0 && hashes[slot] != hash) {
            slot = slot + 1 & SLOTS - 1;
        }
        if (counts[slot] == 0) {
            if (size >= MOST) {
                others++;
                return;
            }
            size++;
            hashes[slot] = hash;
            examples[slot] = shape(record.text(from, end));
            lines[slot] = record.line();
        }
        counts[slot]++;
    }

    /** Returns how many records have a shape that found no room. */
    public long others() {
        return others;
    }

    /** Returns the shapes, the most frequent first. */
    public List<Shape> list() {
        List<Shape> shapes = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (counts[slot] > 0) {
                shapes.add(new Shape(examples[slot], counts[slot], lines[slot]));
            }
        }
        shapes.sort(Comparator.comparingLong(Shape::count).reversed().thenComparing(Shape::text));
        return List.copyOf(shapes);
    }

    /** Words are hashed one by one, so that one that holds a digit can be taken back at its end. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        long before = hash;
        boolean value = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (isWord(b)) {
                value |= b >= '0' && b <= '9';
                hash = (hash ^ b) * 0x100000001b3L;
            } else {
                hash = ((value ? before * 31 + '#' : hash) ^ b) * 0x100000001b3L;
                before = hash;
                value = false;
            }
        }
        return value ? before * 31 + '#' : hash;
    }

    private static boolean isWord(byte b) {
        return b >= '0' && b <= '9'
                || b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b == '-'
                || b == '_'
                || b == '.'
                || b < 0;
    }

    /** Returns a text with every word that holds a digit replaced by {@code #}. */
    static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        int word = 0;
        boolean value = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (i < text.length() && (c > 127 || isWord((byte) c))) {
                value |= c >= '0' && c <= '9';
                continue;
            }
            shape.append(value ? "#" : text.substring(word, i));
            if (i < text.length()) {
                shape.append(c);
            }
            word = i + 1;
            value = false;
        }
        return shape.toString();
    }
}
