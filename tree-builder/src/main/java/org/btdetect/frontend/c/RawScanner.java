package org.btdetect.frontend.c;

/** Splits a file into {@link RawTokens}; comments vanish, any text is accepted. */
final class RawScanner {

    private final String text;
    private final int length;
    private final RawTokens tokens;
    private int at;
    private boolean lineStart = true;

    private RawScanner(String text) {
        this.text = text;
        this.length = text.length();
        this.tokens = new RawTokens(text);
    }

    static RawTokens scan(String text) {
        RawScanner scanner = new RawScanner(text);
        while (scanner.at < scanner.length) {
            scanner.step();
        }
        return scanner.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            lineStart = true;
            at++;
        } else if (c <= ' ' || c == '\\') {
            at++;
        } else if (c == '/' && (next() == '/' || next() == '*')) {
            comment();
        } else if (c == '#' && lineStart) {
            directive();
        } else {
            lineStart = false;
            token(c);
        }
    }

    private char next() {
        return at + 1 < length ? text.charAt(at + 1) : 0;
    }

    private void token(char c) {
        int start = at;
        if (isWordStart(c)) {
            skipWord();
            boolean prefix = at < length && at - start <= 2 && isQuote(text.charAt(at)) && "LuU8".indexOf(c) >= 0;
            if (prefix) {
                literal(start, text.charAt(at));
            } else {
                tokens.add(RawTokens.WORD, start, at);
            }
        } else if (c >= '0' && c <= '9') {
            number();
            tokens.add(RawTokens.NUMBER, start, at);
        } else if (isQuote(c)) {
            literal(start, c);
        } else {
            at++;
            tokens.add(RawTokens.SIGN, start, at);
        }
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' || c >= 0x80;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private void skipWord() {
        while (at < length && (isWordStart(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
            at++;
        }
    }

    private void number() {
        while (at < length) {
            char c = text.charAt(at);
            boolean sign = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) >= 0;
            if (!sign && c != '.' && !isWordStart(c) && !Character.isDigit(c)) {
                return;
            }
            at++;
        }
    }

    /** A literal ends at its quote, or with the line where the quote is missing (an apostrophe in text that is not compiled). */
    private void literal(int start, char quote) {
        at++;
        while (at < length && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at < length && text.charAt(at) == quote ? at + 1 : at, length);
        tokens.add(RawTokens.LITERAL, start, at);
    }

    private void comment() {
        if (next() == '*') {
            int end = text.indexOf("*/", at + 2);
            at = end < 0 ? length : end + 2;
            return;
        }
        at = lineEnd(at);
    }

    /** The end of the line, continuation lines included. */
    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        while (end > 0 && (text.charAt(end - 1) == '\\' || end > 1 && text.startsWith("\\\r", end - 2))) {
            end = text.indexOf('\n', end + 1);
        }
        return end < 0 ? length : end;
    }

    /** A directive ends with its line, unless a comment that begins in it goes on. */
    private void directive() {
        int start = at;
        int end = lineEnd(at);
        int open = commentIn(start, end);
        while (open >= 0) {
            int close = text.indexOf("*/", open + 2);
            end = close < 0 ? length : Math.max(end, lineEnd(close));
            open = close < 0 ? -1 : commentIn(close + 2, end);
        }
        at = end;
        tokens.add(RawTokens.DIRECTIVE, start, end);
    }

    /** Where a block comment begins in the range, outside of literals and line comments, or -1. */
    private int commentIn(int from, int to) {
        char quote = 0;
        for (int i = from; i + 1 < to; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"') {
                quote = c;
            } else if (c == '/' && text.charAt(i + 1) == '*') {
                return i;
            } else if (c == '/' && text.charAt(i + 1) == '/') {
                return -1;
            }
        }
        return -1;
    }
}
