package org.btdetect.frontend.c;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;

/** Reads C's constants (ISO/IEC 9899:2011, 6.4.4 and 6.4.5). */
final class Literals {

    private Literals() {}

    /** A name, or the constant that the standard headers make of it. */
    static Expression name(Position at, String name) {
        switch (name) {
            case "NULL":
                return new Expression.Literal(at, new Constant.None());
            case "true":
                return new Expression.Literal(at, new Constant.Truth(true));
            case "false":
                return new Expression.Literal(at, new Constant.Truth(false));
            default:
                return new Expression.Name(at, name);
        }
    }

    /** The text of a string literal. */
    static Optional<String> text(Expression expression) {
        if (expression instanceof Expression.Literal
                && ((Expression.Literal) expression).value() instanceof Constant.Text) {
            return Optional.of(((Constant.Text) ((Expression.Literal) expression).value()).value());
        }
        return Optional.empty();
    }

    static Constant number(String written) {
        String digits = written.toLowerCase(Locale.ROOT);
        boolean hexadecimal = digits.startsWith("0x");
        try {
            if (digits.indexOf('.') >= 0 || digits.indexOf('p') >= 0 || !hexadecimal && digits.indexOf('e') >= 0) {
                return new Constant.Real(Double.parseDouble(digits.replaceAll("[fl]+$", "")));
            }
            String whole = digits.replaceAll("[ul]+$", "");
            return new Constant.Whole(whole(whole, hexadecimal));
        } catch (NumberFormatException noNumber) {
            return new Constant.Other(written);
        }
    }

    private static BigInteger whole(String digits, boolean hexadecimal) {
        if (hexadecimal) {
            return new BigInteger(digits.substring(2), 16);
        } else if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        return new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
    }

    static Constant character(String written) {
        return new Constant.Bytes(unescape(written.substring(written.indexOf('\'') + 1, written.length() - 1)));
    }

    static Constant string(String written) {
        return new Constant.Text(unescape(written.substring(written.indexOf('"') + 1, written.length() - 1)));
    }

    private static String unescape(String body) {
        if (body.indexOf('\\') < 0) {
            return body;
        }
        StringBuilder result = new StringBuilder();
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i++);
            if (c != '\\' || i == body.length()) {
                result.append(c);
            } else {
                i = escape(body, i, result);
            }
        }
        return result.toString();
    }

    /** Appends the escape whose letter stands at {@code i}; returns the index behind it. */
    private static int escape(String body, int i, StringBuilder result) {
        char letter = body.charAt(i);
        int plain = "ntrabfv0".indexOf(letter);
        if (letter == 'x') {
            return coded(body, i + 1, 16, Integer.MAX_VALUE, result);
        } else if (letter == 'u' || letter == 'U') {
            return coded(body, i + 1, 16, letter == 'u' ? 4 : 8, result);
        } else if (letter >= '0' && letter <= '7') {
            return coded(body, i, 8, 3, result);
        } else if (letter == '\n' || letter == '\r') {
            return letter == '\r' && body.startsWith("\n", i + 1) ? i + 2 : i + 1;
        }
        result.append(plain >= 0 ? "\n\t\r\u0007\b\f\u000B\0".charAt(plain) : letter == 'e' ? '\u001B' : letter);
        return i + 1;
    }

    private static int coded(String body, int from, int radix, int most, StringBuilder result) {
        int value = 0;
        int i = from;
        while (i < body.length() && i - from < most && Character.digit(body.charAt(i), radix) >= 0) {
            value = value * radix + Character.digit(body.charAt(i), radix);
            i++;
        }
        result.appendCodePoint(Character.isValidCodePoint(value) ? value : 0xFFFD);
        return i;
    }
}
