package org.btdetect.resolve.c;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.btdetect.program.Argument;
import org.btdetect.program.Expression;
import org.btdetect.program.ExpressionText;
import org.btdetect.program.Language;
import org.btdetect.program.TranslationUnit.Macro;

/** The text that a use of a macro with parameters stands for, by C's rules: arguments, {@code #}, {@code ##}, variadic ones. */
final class MacroExpansion {

    private static final Pattern TOKEN = Pattern.compile(
            "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|/\\*.*?\\*/|[A-Za-z_]\\w*|##|#|\\s+|.", Pattern.DOTALL);
    private static final int LONGEST = 20_000;

    private MacroExpansion() {}

    /** Returns the expansion; empty text where it would be too long. */
    static String of(Macro macro, Expression.Call use) {
        Map<String, String> bindings = bindings(macro, use);
        StringBuilder text = new StringBuilder();
        boolean quote = false;
        Matcher tokens = TOKEN.matcher(macro.body());
        while (tokens.find() && text.length() < LONGEST) {
            String token = tokens.group();
            if (token.startsWith("/*")) {
                text.append(' ');
            } else if (token.equals("##")) {
                text.setLength(text.toString().stripTrailing().length());
                skipSpace(tokens, macro.body());
            } else if (token.equals("#")) {
                quote = true;
            } else {
                String bound = bindings.get(token);
                text.append(bound == null ? token : quote ? '"' + bound.replace("\"", "'") + '"' : bound);
                quote = quote && token.isBlank();
            }
        }
        return text.length() < LONGEST ? text.toString() : "";
    }

    private static void skipSpace(Matcher tokens, String body) {
        int at = tokens.end();
        while (at < body.length() && Character.isWhitespace(body.charAt(at))) {
            at++;
        }
        tokens.region(at, body.length());
    }

    private static Map<String, String> bindings(Macro macro, Expression.Call use) {
        List<String> parameters = macro.parameters().orElse(List.of());
        List<String> arguments = use.arguments().stream()
                .map(Argument::value)
                .map(value -> ExpressionText.full(Language.C, value))
                .toList();
        Map<String, String> bindings = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            if (parameter.endsWith("...")) {
                String name = parameter.equals("...")
                        ? "__VA_ARGS__"
                        : parameter.replace("...", "").strip();
                bindings.put(name, arguments.stream().skip(i).collect(Collectors.joining(", ")));
            } else {
                bindings.put(parameter, i < arguments.size() ? arguments.get(i) : "");
            }
        }
        return bindings;
    }
}
