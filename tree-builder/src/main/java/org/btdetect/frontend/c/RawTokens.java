package org.btdetect.frontend.c;

import java.util.Arrays;

/** The tokens of a whole file in their coarsest kinds: what the outline needs, at a fraction of a lexer's cost. */
final class RawTokens {

    /** An identifier or keyword. */
    static final byte WORD = 0;

    static final byte NUMBER = 1;

    /** A string or character constant. */
    static final byte LITERAL = 2;

    /** One character of an operator or bracket. */
    static final byte SIGN = 3;

    /** A whole preprocessor directive with its continuation lines. */
    static final byte DIRECTIVE = 4;

    private final String text;
    private int[] starts;
    private int[] ends;
    private byte[] kinds;
    private int size;

    RawTokens(String text) {
        this(text, text.length() / 5);
    }

    private RawTokens(String text, int count) {
        this.text = text;
        int expected = count + 16;
        this.starts = new int[expected];
        this.ends = new int[expected];
        this.kinds = new byte[expected];
    }

    void add(byte kind, int start, int end) {
        if (size == kinds.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        kinds[size++] = kind;
    }

    /** The tokens at the given indices alone. */
    RawTokens select(int[] indices) {
        RawTokens selected = new RawTokens(text, indices.length);
        for (int index : indices) {
            selected.add(kinds[index], starts[index], ends[index]);
        }
        return selected;
    }

    int size() {
        return size;
    }

    /** The first token that starts at the offset or behind it. */
    int indexAt(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }

    byte kind(int index) {
        return kinds[index];
    }

    boolean isWord(int index) {
        return index < size && kinds[index] == WORD;
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    /** The character of a sign, or 0 for any other token. */
    char sign(int index) {
        return index >= 0 && index < size && kinds[index] == SIGN ? text.charAt(starts[index]) : 0;
    }

    String text(int index) {
        return text.substring(starts[index], ends[index]);
    }

    boolean is(int index, String word) {
        return index >= 0
                && index < size
                && ends[index] - starts[index] == word.length()
                && text.startsWith(word, starts[index]);
    }

    /** Whether a line ends between this token and the one before. */
    boolean onNewLine(int index) {
        int newline = index == 0 ? 0 : text.indexOf('\n', ends[index - 1]);
        return newline >= 0 && newline < starts[index];
    }

    /** Whether a word has capitals and no small letters, as macros are written. */
    boolean isCapitals(int index) {
        boolean letter = false;
        for (int i = starts[index]; i < ends[index]; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            letter |= c >= 'A' && c <= 'Z';
        }
        return letter && kinds[index] == WORD;
    }
}
