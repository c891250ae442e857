package org.btdetect.frontend.python;

import java.math.BigInteger;
import org.btdetect.program.Constant;

/** The values of number and string literals as written. */
final class Literals {
    private Literals() {}

    static Constant number(String text) {
        String digits = text.indexOf('_') < 0 ? text : text.replace("_", "");
        char last = digits.charAt(digits.length() - 1);
        int radix = radix(digits);
        if (radix == 10 && (last == 'j' || last == 'J')) {
            return new Constant.Other(text);
        }
        if (radix == 10 && isReal(digits)) {
            return new Constant.Real(Double.parseDouble(digits));
        }
        int end = last == 'l' || last == 'L' ? digits.length() - 1 : digits.length();
        int start = radix == 10 ? 0 : Character.isDigit(digits.charAt(1)) ? 1 : 2;
        return whole(digits.substring(start, end), radix);
    }

    private static Constant whole(String digits, int radix) {
        return digits.length() < 16 - (radix == 16 ? 1 : 0)
                ? Constant.Whole.of(Long.parseLong(digits, radix))
                : new Constant.Whole(new BigInteger(digits, radix));
    }

    private static boolean isReal(String digits) {
        return digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
    }

    /** Python 2 writes octal numbers with a leading zero only. */
    private static int radix(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> digits.matches("0[0-7]+[lL]?") ? 8 : 10;
        };
    }

    /** A string or byte string literal with its prefix and quotes. */
    static Constant string(String literal) {
        int quote = 0;
        boolean raw = false;
        boolean bytes = false;
        while (literal.charAt(quote) != '"' && literal.charAt(quote) != '\'') {
            char prefix = literal.charAt(quote++);
            raw |= prefix == 'r' || prefix == 'R';
            bytes |= prefix == 'b' || prefix == 'B';
        }
        String quotes = literal.substring(quote, quote + 1).repeat(3);
        int width = literal.length() >= quote + 6 && literal.startsWith(quotes, quote) ? 3 : 1;
        String body = literal.substring(quote + width, literal.length() - width);
        String value = raw ? body : Escapes.resolve(body, bytes);
        return bytes ? new Constant.Bytes(value) : new Constant.Text(value);
    }
}
