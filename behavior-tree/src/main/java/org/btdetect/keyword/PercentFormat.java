package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates from the formats of C's printf family and of Python's {@code %} operator. */
public final class PercentFormat {
    private static final Pattern CONVERSION =
            Pattern.compile("%(?:\\((?<key>[^()]*)\\))?[-+ #0']*(?:\\*|[0-9]+\\$?)?(?:\\.(?:\\*|[0-9]+)?)?"
                    + "(?:hh|h|ll|l|L|q|j|z|t)?(?<conversion>[a-zA-Z%])");

    private static final Pattern KEY_BEFORE =
            Pattern.compile("([A-Za-z_][A-Za-z_0-9.-]{0,40}) ?[=:] ?(?:['\"(]|0[xX])?$");

    private PercentFormat() {}

    /**
     * Returns the template of a format. A field is named by its key in the format, else by {@code key=} in front of it, else
     * by the argument, else by its number.
     *
     * @param arguments what the arguments are called, in order; an empty text where one has no name; may be shorter
     */
    public static Template parse(String format, List<String> arguments) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = CONVERSION.matcher(format);
        int end = 0;
        int number = 0;
        while (matcher.find()) {
            literal(format.substring(end, matcher.start()), pieces);
            char conversion = matcher.group("conversion").charAt(0);
            if (conversion == '%') {
                literal("%", pieces);
            } else {
                String key = matcher.group("key");
                String name = key != null ? key : name(format.substring(end, matcher.start()), number, arguments);
                pieces.add(new Piece.Field(Names.of(name, number), kind(conversion)));
                number++;
            }
            end = matcher.end();
        }
        literal(format.substring(end), pieces);
        return new Template(pieces);
    }

    private static String name(String before, int number, List<String> arguments) {
        Matcher key = KEY_BEFORE.matcher(before);
        if (key.find()) {
            return key.group(1);
        }
        return number < arguments.size() ? arguments.get(number) : "";
    }

    private static void literal(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Literal(text));
        }
    }

    private static FieldKind kind(char conversion) {
        return switch (conversion) {
            case 'd', 'i', 'u' -> FieldKind.INTEGER;
            case 'e', 'E', 'f', 'F', 'g', 'G' -> FieldKind.DECIMAL;
            case 'x', 'X', 'o' -> FieldKind.HEX;
            case 'p' -> FieldKind.POINTER;
            default -> FieldKind.TEXT;
        };
    }
}
