package org.btdetect.frontend.c;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes comments out of a directive's text. */
final class Comments {

    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|/\\*(?:[^*]|\\*(?!/))*+\\*/|//(?:[^\\\\\n]|\\\\.)*+",
            Pattern.DOTALL);

    private Comments() {}

    /** The text with a space for each comment; literals are left alone. */
    static String blank(String text) {
        if (text.indexOf('/') < 0) {
            return text;
        }
        return LITERAL_OR_COMMENT
                .matcher(text)
                .replaceAll(match -> match.group().startsWith("/") ? " " : Matcher.quoteReplacement(match.group()));
    }
}
