package org.btdetect.keyword;

import java.util.Locale;

/** Which characters a field of a template may hold. */
public enum FieldKind {
    /** Any characters, also none; at the end of a template, all that is left. */
    TEXT {
        @Override
        int end(String text, int start) {
            throw new UnsupportedOperationException("what follows ends a text");
        }
    },
    /** A whole number, with a sign or without. */
    INTEGER {
        @Override
        int end(String text, int start) {
            int digits = sign(text, blanks(text, start));
            return atLeastOne(digits, run(text, digits, FieldKind::isDigit));
        }
    },
    /** A decimal number: with a fraction and an exponent or without. */
    DECIMAL {
        @Override
        int end(String text, int start) {
            int digits = sign(text, blanks(text, start));
            int end = atLeastOne(digits, run(text, digits, c -> isDigit(c) || c == '.'));
            if (end < 0) {
                return text.startsWith("nan", digits) || text.startsWith("inf", digits) ? digits + 3 : -1;
            }
            if (end < text.length() && (text.charAt(end) | ' ') == 'e') {
                int exponent = sign(text, end + 1);
                int last = run(text, exponent, FieldKind::isDigit);
                return last > exponent ? last : end;
            }
            return end;
        }
    },
    /** A hexadecimal number, with {@code 0x} or without. */
    HEX {
        @Override
        int end(String text, int start) {
            int first = blanks(text, start);
            int digits = text.startsWith("0x", first) ? first + 2 : first;
            return atLeastOne(digits, run(text, digits, FieldKind::isHexDigit));
        }
    },
    /** An address: {@code 0x} and a hexadecimal number, or {@code (nil)}. */
    POINTER {
        @Override
        int end(String text, int start) {
            if (text.startsWith("(nil)", start)) {
                return start + 5;
            }
            return text.startsWith("0x", start)
                    ? atLeastOne(start + 2, run(text, start + 2, FieldKind::isHexDigit))
                    : -1;
        }
    };

    /** Returns the lower-case text that stands for this kind in templates. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns where the longest value that begins at {@code start} ends, or -1 if none begins there. */
    abstract int end(String text, int start);

    private static int blanks(String text, int start) {
        return run(text, start, c -> c == ' ');
    }

    private static int sign(String text, int start) {
        return start < text.length() && (text.charAt(start) == '-' || text.charAt(start) == '+') ? start + 1 : start;
    }

    private static int atLeastOne(int start, int end) {
        return end > start ? end : -1;
    }

    private static int run(String text, int start, CharacterTest test) {
        int end = start;
        while (end < text.length() && test.accepts(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || (c | ' ') >= 'a' && (c | ' ') <= 'f';
    }

    /** Tells whether a character belongs to a value. */
    @FunctionalInterface
    private interface CharacterTest {
        boolean accepts(char c);
    }
}
