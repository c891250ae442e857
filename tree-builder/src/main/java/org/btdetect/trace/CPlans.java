package org.btdetect.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.frontend.c.CUses.Token;

/** What a macro's or function's use comes to in terms of sinks, worked out once for each name and number of arguments. */
final class CPlans {
    private static final Pattern PLACEHOLDER = Pattern.compile("\u0001([0-9]+)\u0002");

    private final NativeSources sources;
    private final Map<Shape, List<Call>> plans = new HashMap<>();

    /** A use; the file counts where it has a macro of its own. */
    private record Shape(String name, int arguments, String file) {}

    /** A call of a sink. */
    record Call(CSink sink, List<List<Token>> arguments) {}

    CPlans(NativeSources sources) {
        this.sources = sources;
    }

    /** Returns the calls of sinks that a use in a file stands for. */
    List<Call> calls(String name, List<List<Token>> arguments, String file) {
        boolean own = !sources.macro(name, file).equals(sources.macro(name, ""));
        Shape shape = new Shape(name, arguments.size(), own ? file : "");
        List<Call> plan = plans.computeIfAbsent(shape, this::plan);
        return plan.stream()
                .map(call -> new Call(
                        call.sink(),
                        call.arguments().stream()
                                .map(part -> filled(part, arguments))
                                .toList()))
                .toList();
    }

    /** Returns the tokens with macros expanded. */
    List<Token> expanded(List<Token> tokens, String file) {
        return tokens.stream().allMatch(Token::isText) ? tokens : macros(file).expand(tokens);
    }

    /** Translations are no macros here: what they are given is the text. */
    private CMacroText macros(String file) {
        return new CMacroText(
                name -> CFormat.TRANSLATIONS.contains(name) ? Optional.empty() : sources.macro(name, file));
    }

    private List<Call> plan(Shape shape) {
        List<Token> use = new ArrayList<>(List.of(new Token(shape.name(), false), new Token("(", false)));
        for (int i = 0; i < shape.arguments(); i++) {
            if (i > 0) {
                use.add(new Token(",", false));
            }
            use.add(new Token("\u0001" + i + "\u0002", false));
        }
        use.add(new Token(")", false));
        List<Token> expanded = macros(shape.file()).expand(use);
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i + 1 < expanded.size(); i++) {
            boolean called = !expanded.get(i).isText() && CMacroText.is(expanded.get(i + 1), "(");
            Optional<CSink> sink = called ? CSink.of(expanded.get(i).text()) : Optional.empty();
            if (sink.isPresent()) {
                int end = CMacroText.close(expanded, i + 1);
                calls.add(new Call(sink.get(), CMacroText.split(expanded.subList(i + 2, Math.max(i + 2, end)))));
            }
        }
        return List.copyOf(calls);
    }

    private static List<Token> filled(List<Token> part, List<List<Token>> arguments) {
        List<Token> filled = new ArrayList<>();
        for (Token token : part) {
            Matcher placeholder = PLACEHOLDER.matcher(token.text());
            if (!placeholder.find()) {
                filled.add(token);
            } else if (placeholder.matches() && !token.isText()) {
                filled.addAll(arguments.get(Integer.parseInt(placeholder.group(1))));
            } else {
                String written = placeholder.replaceAll(
                        match -> Matcher.quoteReplacement(written(arguments.get(Integer.parseInt(match.group(1))))));
                filled.add(new Token(written, token.isText()));
            }
        }
        return filled;
    }

    private static String written(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
