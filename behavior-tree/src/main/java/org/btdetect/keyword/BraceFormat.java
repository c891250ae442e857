package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.List;

/** Templates from the formats of Python's {@code str.format}. */
public final class BraceFormat {
    private BraceFormat() {}

    /**
     * Returns the template of a format. A replacement field is named by its key, else by its number among the arguments.
     *
     * @param arguments what the positional arguments are called; an empty text where one has no name; may be shorter
     */
    public static Template parse(String format, List<String> arguments) {
        List<Piece> pieces = new ArrayList<>();
        int number = 0;
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at);
            int end = c == '{' ? end(format, at) : -1;
            if (c == '}' || c == '{' && format.startsWith("{{", at) || end < 0) {
                pieces.add(new Piece.Literal(String.valueOf(c)));
                at += format.startsWith(c + "" + c, at) && (c == '{' || c == '}') ? 2 : 1;
                continue;
            }
            String field = format.substring(at + 1, end).split("[!:]", 2)[0];
            int index = field.matches("[0-9]{1,4}") ? Integer.parseInt(field) : number;
            boolean positional = field.isEmpty() || field.matches("[0-9]+");
            String name = positional ? (index < arguments.size() ? arguments.get(index) : "") : field;
            pieces.add(new Piece.Field(Names.of(name, index), FieldKind.TEXT));
            number++;
            at = end + 1;
        }
        return new Template(pieces);
    }

    /** Returns where the replacement field that begins here ends; formats may hold further fields. */
    private static int end(String format, int start) {
        int depth = 0;
        for (int i = start; i < format.length(); i++) {
            if (format.charAt(i) == '{') {
                depth++;
            } else if (format.charAt(i) == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
