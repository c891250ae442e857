package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes guards apart into the conditions that all have to hold. */
final class Conditions {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Conditions() {}

    /** Returns a guard with its white space evened out. */
    static String plain(String guard) {
        return guard.isEmpty() ? "" : SPACE.matcher(guard).replaceAll(" ").strip();
    }

    /** Returns the parts of a guard between the outermost {@code and} and {@code &&}, none of the empty guard. */
    static List<String> of(String guard) {
        String text = plain(guard);
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote != 0) {
                quote = character == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (character == '"' || character == '\'') {
                quote = character;
            } else if ("([{".indexOf(character) >= 0) {
                depth++;
            } else if (")]}".indexOf(character) >= 0) {
                depth--;
            } else if (depth == 0) {
                int length = conjunction(text, i);
                if (length > 0) {
                    add(text.substring(start, i), parts);
                    start = i + length;
                    i = start - 1;
                } else if (text.startsWith(" or ", i) || text.startsWith(" if ", i) || text.startsWith("||", i)) {
                    return List.of(text);
                }
            }
        }
        add(text.substring(start), parts);
        return parts;
    }

    private static int conjunction(String text, int position) {
        if (text.startsWith(" and ", position)) {
            return " and ".length();
        }
        return text.startsWith(" && ", position) ? " && ".length() : 0;
    }

    private static void add(String part, List<String> parts) {
        String plain = part.strip();
        if (plain.length() > 2 && plain.charAt(0) == '(' && closes(plain)) {
            parts.addAll(of(plain.substring(1, plain.length() - 1)));
        } else if (!plain.isEmpty()) {
            parts.add(plain);
        }
    }

    /** Whether the parenthesis that a text begins with closes at its end. */
    private static boolean closes(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i == text.length() - 1;
            }
        }
        return false;
    }
}
