package org.btdetect.frontend.python;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.frontend.TextDecoder;

/** Decodes Python files: byte order mark, coding comment (PEP 263), else UTF-8. */
public final class PythonSource {
    private static final Pattern CODING = Pattern.compile("^[ \t\f]*#.*?coding[:=][ \t]*([-\\w.]+)");
    private static final Pattern BLANK = Pattern.compile("^[ \t\f]*(?:#.*)?$");

    private PythonSource() {}

    /**
     * The text of a file. Bytes that are wrong in their encoding, as in files of Python 2 without a coding comment, are read as Latin-1,
     * which keeps every ASCII character.
     */
    public static String decode(byte[] bytes) {
        return TextDecoder.decode(bytes, charset(bytes));
    }

    private static Charset charset(byte[] bytes) {
        int end = 0;
        for (int line = 0; line < 2; line++) {
            int start = end;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
            Matcher coding = CODING.matcher(text);
            if (coding.find()) {
                return named(coding.group(1));
            }
            if (!BLANK.matcher(text).matches()) {
                break;
            }
            end = Math.min(bytes.length, end + (startsCrLf(bytes, end) ? 2 : 1));
        }
        return StandardCharsets.UTF_8;
    }

    private static boolean startsCrLf(byte[] bytes, int at) {
        return at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    private static Charset named(String pythonName) {
        String name = pythonName.toLowerCase(Locale.ROOT).replace('_', '-');
        if (name.startsWith("latin-1") || name.startsWith("iso-latin-1")) {
            return StandardCharsets.ISO_8859_1;
        }
        try {
            return name.startsWith("utf-8") ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    /** The text without byte order mark, every line ended by a single line feed, as the lexer expects it. */
    static String normalise(String text) {
        String lines = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (lines.indexOf('\r') >= 0) {
            lines = lines.replace("\r\n", "\n").replace('\r', '\n');
        }
        return lines.endsWith("\n") ? lines : lines + "\n";
    }
}
