package org.btdetect.frontend.python;

/** Resolves the backslash escapes of a string literal's body (language reference, 2.4.1). */
final class Escapes {
    private final String body;
    private final boolean bytes;
    private final StringBuilder out;
    private int next;

    private Escapes(String body, boolean bytes) {
        this.body = body;
        this.bytes = bytes;
        out = new StringBuilder(body.length());
    }

    /** An escape that is unknown or incomplete stays as it is written. */
    static String resolve(String body, boolean bytes) {
        return body.indexOf('\\') < 0 ? body : new Escapes(body, bytes).resolve();
    }

    private String resolve() {
        while (next < body.length()) {
            char c = body.charAt(next++);
            if (c == '\\' && next < body.length()) {
                escape(body.charAt(next++));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void escape(char c) {
        switch (c) {
            case '\n' -> {}
            case '\\', '\'', '"' -> out.append(c);
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            case 'x' -> hexadecimal(c, 2);
            case 'u' -> unicode(c, 4);
            case 'U' -> unicode(c, 8);
            case 'N' -> named();
            default -> out.append('\\').append(c);
        }
    }

    private void octal() {
        int end = next;
        while (end < body.length() && end < next + 2 && Character.digit(body.charAt(end), 8) >= 0) {
            end++;
        }
        out.append((char) Integer.parseInt(body, next - 1, end, 8));
        next = end;
    }

    private void unicode(char kind, int digits) {
        if (bytes) {
            out.append('\\').append(kind);
        } else {
            hexadecimal(kind, digits);
        }
    }

    private void hexadecimal(char kind, int digits) {
        int end = next + digits;
        boolean complete =
                end <= body.length() && body.substring(next, end).chars().allMatch(d -> Character.digit(d, 16) >= 0);
        long value = complete ? Long.parseLong(body, next, end, 16) : -1;
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            out.append('\\').append(kind);
            return;
        }
        out.appendCodePoint((int) value);
        next = end;
    }

    private void named() {
        int end = body.indexOf('}', next);
        if (bytes || end < 0 || body.charAt(next) != '{') {
            out.append("\\N");
            return;
        }
        try {
            out.appendCodePoint(Character.codePointOf(body.substring(next + 1, end)));
        } catch (IllegalArgumentException unknownName) {
            out.append("\\N").append(body, next, end + 1);
        }
        next = end + 1;
    }
}
