package org.btdetect.frontend.c;

import java.util.Arrays;
import org.btdetect.program.Position;

/** The text of one file, whose offsets can be told as lines and columns. */
final class SourceText {

    private final String text;
    private final int[] lineStarts;

    SourceText(String text) {
        this.text = withoutSurrogates(text);
        this.lineStarts = lineStarts(this.text);
    }

    /** ANTLR counts code points; with one character for each, both counts are the same. */
    private static String withoutSurrogates(String text) {
        return isPlain(text)
                ? text
                : text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "\uFFFD").replaceAll("[\uD800-\uDFFF]", "\uFFFD");
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[text.length() / 20 + 16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    String text() {
        return text;
    }

    /** The line of an offset, from 1. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset, from 1. */
    int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    Position position(int offset) {
        return new Position(line(offset), column(offset));
    }
}
