package org.btdetect.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.btdetect.frontend.c.CUses;
import org.btdetect.frontend.c.CUses.Token;
import org.btdetect.program.TranslationUnit.Macro;

/** Expands macros in a list of tokens by C's rules (ISO/IEC 9899:2011, 6.10.3), within bounds. */
final class CMacroText {
    private static final int LONGEST = 4000;
    private static final int DEEPEST = 24;

    private final Function<String, Optional<Macro>> macros;

    CMacroText(Function<String, Optional<Macro>> macros) {
        this.macros = macros;
    }

    /** Returns the tokens with all macros of the program expanded. */
    List<Token> expand(List<Token> tokens) {
        return expand(tokens, Set.of());
    }

    private List<Token> expand(List<Token> tokens, Set<String> within) {
        List<Token> expanded = new ArrayList<>();
        for (int i = 0; i < tokens.size() && expanded.size() < LONGEST; i++) {
            Token token = tokens.get(i);
            boolean candidate = !token.isText() && within.size() < DEEPEST && !within.contains(token.text());
            Optional<Macro> macro = candidate ? macros.apply(token.text()) : Optional.empty();
            boolean called = i + 1 < tokens.size() && is(tokens.get(i + 1), "(");
            if (macro.isEmpty() || macro.get().parameters().isPresent() && !called) {
                expanded.add(token);
                continue;
            }
            Set<String> inside = new HashSet<>(within);
            inside.add(token.text());
            if (macro.get().parameters().isEmpty()) {
                expanded.addAll(expand(CUses.tokens(macro.get().body()), inside));
                continue;
            }
            int end = close(tokens, i + 1);
            List<List<Token>> arguments = split(tokens.subList(i + 2, Math.max(i + 2, end)));
            expanded.addAll(expand(substitute(macro.get(), arguments, within), inside));
            i = end;
        }
        return expanded;
    }

    private List<Token> substitute(Macro macro, List<List<Token>> arguments, Set<String> within) {
        Map<String, List<Token>> bindings = bindings(macro, arguments);
        List<Token> body = CUses.tokens(macro.body());
        List<Token> result = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            Token token = body.get(i);
            boolean pasted = isPaste(body, i + 1);
            if (isPaste(body, i)) {
                i += 2;
                paste(result, i < body.size() ? bound(body.get(i), bindings) : List.of());
            } else if (is(token, "#")
                    && i + 1 < body.size()
                    && bindings.containsKey(body.get(i + 1).text())) {
                i++;
                result.add(new Token(written(bound(body.get(i), bindings)), true));
            } else if (pasted || token.isText() || !bindings.containsKey(token.text())) {
                result.addAll(pasted ? bound(token, bindings) : List.of(token));
            } else {
                result.addAll(expand(bound(token, bindings), within));
            }
        }
        return result;
    }

    private static List<Token> bound(Token token, Map<String, List<Token>> bindings) {
        List<Token> bound = token.isText() ? null : bindings.get(token.text());
        return bound == null ? List.of(token) : bound;
    }

    private static boolean isPaste(List<Token> body, int at) {
        return at + 1 < body.size() && is(body.get(at), "#") && is(body.get(at + 1), "#");
    }

    /** Joins the last token and the first of the others; a comma before variadic arguments that are missing goes. */
    private static void paste(List<Token> result, List<Token> others) {
        if (result.isEmpty() || others.isEmpty()) {
            if (!result.isEmpty() && is(result.get(result.size() - 1), ",")) {
                result.remove(result.size() - 1);
            }
            result.addAll(others);
            return;
        }
        Token last = result.get(result.size() - 1);
        if (is(last, ",")) {
            result.addAll(others);
            return;
        }
        result.set(result.size() - 1, new Token(last.text() + others.get(0).text(), last.isText()));
        result.addAll(others.subList(1, others.size()));
    }

    private static Map<String, List<Token>> bindings(Macro macro, List<List<Token>> arguments) {
        List<String> parameters = macro.parameters().orElse(List.of());
        Map<String, List<Token>> bindings = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            if (parameter.endsWith("...")) {
                String name = parameter.equals("...")
                        ? "__VA_ARGS__"
                        : parameter.substring(0, parameter.length() - 3).strip();
                bindings.put(name, joined(arguments.subList(Math.min(i, arguments.size()), arguments.size())));
            } else {
                bindings.put(parameter, i < arguments.size() ? arguments.get(i) : List.of());
            }
        }
        return bindings;
    }

    private static List<Token> joined(List<List<Token>> arguments) {
        List<Token> joined = new ArrayList<>();
        for (List<Token> argument : arguments) {
            if (!joined.isEmpty()) {
                joined.add(new Token(",", false));
            }
            joined.addAll(argument);
        }
        return joined;
    }

    private static String written(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }

    /** The index of the bracket that closes the one at {@code open}; the last index where none does. */
    static int close(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += is(tokens.get(i), "(") ? 1 : is(tokens.get(i), ")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** Splits tokens at the commas that stand in no bracket. */
    static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            String text = token.isText() ? "" : token.text();
            depth += "([{".contains(text) && !text.isEmpty() ? 1 : ")]}".contains(text) && !text.isEmpty() ? -1 : 0;
            if (depth == 0 && text.equals(",")) {
                parts.add(List.copyOf(part));
                part.clear();
            } else {
                part.add(token);
            }
        }
        if (!part.isEmpty() || !parts.isEmpty()) {
            parts.add(List.copyOf(part));
        }
        return parts;
    }

    static boolean is(Token token, String sign) {
        return !token.isText() && token.text().equals(sign);
    }
}
