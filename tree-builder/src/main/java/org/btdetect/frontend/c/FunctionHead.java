package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Expression;
import org.btdetect.program.Parameter;
import org.btdetect.program.TranslationUnit.Prototype;

/** Reads a function definition's head from its tokens: the name, the return type and the parameters. */
final class FunctionHead {

    private static final Set<String> STORAGE =
            Set.of("static", "extern", "inline", "__inline__", "__inline", "_Noreturn");

    private static final Set<String> NO_NAMES = Set.of(
            "__attribute__",
            "__attribute",
            "__declspec",
            "typeof",
            "__typeof__",
            "_Alignas",
            "if",
            "while",
            "for",
            "switch",
            "sizeof");

    private static final int NONE = -1;

    private final SourceText source;
    private final RawTokens tokens;
    private final int[] match;

    FunctionHead(SourceText source, RawTokens tokens, int[] match) {
        this.source = source;
        this.tokens = tokens;
        this.match = match;
    }

    /**
     * The token that names the function whose body opens at {@code brace}, or -1.
     *
     * <p>It is the first word before a parenthesis that is not in capitals, since attributes are; else the first at all.
     */
    static int name(RawTokens tokens, int[] match, int start, int brace) {
        int first = NONE;
        for (int i = start; i < brace; i++) {
            if (returnsFunctionPointer(tokens, i)) {
                return i + 2;
            } else if (tokens.sign(i) == '(' && match[i] != NONE) {
                i = match[i];
            } else if (isNameBeforeParameters(tokens, i)) {
                if (!tokens.isCapitals(i)) {
                    return i;
                }
                first = first == NONE ? i : first;
            }
        }
        return first;
    }

    private static boolean isNameBeforeParameters(RawTokens tokens, int i) {
        return tokens.isWord(i)
                && tokens.sign(i + 1) == '('
                && !returnsFunctionPointer(tokens, i + 1)
                && !NO_NAMES.contains(tokens.text(i));
    }

    /** {@code T (*name(parameters))(parameters)}. */
    private static boolean returnsFunctionPointer(RawTokens tokens, int open) {
        return tokens.sign(open) == '('
                && tokens.sign(open + 1) == '*'
                && tokens.isWord(open + 2)
                && tokens.sign(open + 3) == '(';
    }

    boolean isStatic(int start, int name) {
        for (int i = start; i < name; i++) {
            if (tokens.is(i, "static")) {
                return true;
            }
        }
        return false;
    }

    /** The prototype that a declaration is; empty where no name stands before a parenthesis. */
    Optional<Prototype> prototype(Pieces.Piece piece) {
        int name = name(tokens, match, piece.first(), piece.last());
        if (name == NONE || match[name + 1] == NONE) {
            return Optional.empty();
        }
        return Optional.of(new Prototype(
                source.position(tokens.start(name)),
                tokens.text(name),
                returnType(piece.first(), name),
                parameters(name + 1),
                attributes(match[name + 1] + 1, piece.last())));
    }

    /** Each word with the parentheses behind it. */
    private List<String> attributes(int from, int to) {
        List<String> attributes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int last = tokens.sign(i + 1) == '(' && match[i + 1] != NONE ? match[i + 1] : i;
            attributes.add(source.text().substring(tokens.start(i), tokens.end(last)));
            i = last;
        }
        return attributes;
    }

    /** The text before the name without storage classes. */
    String returnType(int start, int name) {
        StringBuilder type = new StringBuilder();
        for (int i = start; i < name; i++) {
            if (!STORAGE.contains(tokens.text(i))) {
                append(type, i);
            }
        }
        return type.toString();
    }

    private void append(StringBuilder text, int token) {
        boolean word = tokens.isWord(token);
        if (text.length() > 0
                && (word || tokens.sign(token) == '*')
                && text.charAt(text.length() - 1) != '*'
                && text.charAt(text.length() - 1) != '(') {
            text.append(' ');
        }
        text.append(tokens.text(token));
    }

    /** The parameters between the parentheses that open at {@code open}. */
    List<Parameter> parameters(int open) {
        List<Parameter> parameters = new ArrayList<>();
        int start = open + 1;
        for (int i = start; i <= match[open]; i++) {
            char sign = tokens.sign(i);
            if (sign == ',' || i == match[open]) {
                parameter(start, i).ifPresent(parameters::add);
                start = i + 1;
            } else if ((sign == '(' || sign == '[' || sign == '{') && match[i] != NONE) {
                i = match[i];
            }
        }
        return parameters;
    }

    private Optional<Parameter> parameter(int from, int to) {
        if (from >= to || to == from + 1 && tokens.is(from, "void")) {
            return Optional.empty();
        }
        if (tokens.sign(from) == '.') {
            return Optional.of(new Parameter(
                    source.position(tokens.start(from)),
                    "...",
                    Parameter.Kind.VARIADIC,
                    Optional.empty(),
                    Optional.empty()));
        }
        int name = parameterName(from, to);
        StringBuilder type = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i != name) {
                append(type, i);
            }
        }
        int place = name == NONE ? from : name;
        Expression typeText = new Expression.Opaque(source.position(tokens.start(from)), type.toString(), List.of());
        return Optional.of(new Parameter(
                source.position(tokens.start(place)),
                name == NONE ? "" : tokens.text(name),
                Parameter.Kind.ORDINARY,
                Optional.empty(),
                Optional.of(typeText)));
    }

    /** The last word outside of brackets that is not in capitals, or the one in {@code (*name)}; the first word is the type. */
    private int parameterName(int from, int to) {
        int name = NONE;
        int capitals = NONE;
        for (int i = from; i < to; i++) {
            char sign = tokens.sign(i);
            if (sign == '(' && tokens.sign(i + 1) == '*' && match[i] != NONE) {
                return lastWord(i, match[i]);
            } else if ((sign == '(' || sign == '[') && match[i] != NONE) {
                i = match[i];
            } else if (i > from && tokens.isWord(i) && tokens.sign(i + 1) != '(' && !isKeyword(i)) {
                if (tokens.isCapitals(i) && !(tokens.sign(i - 1) == '*' && i + 1 == to)) {
                    capitals = i;
                } else {
                    name = i;
                }
            }
        }
        boolean typedBefore = capitals > from;
        return name != NONE
                ? name
                : typedBefore && capitals == to - 1 && !tokens.text(capitals).contains("UNUSED") ? capitals : NONE;
    }

    private int lastWord(int from, int to) {
        for (int i = to; i > from; i--) {
            if (tokens.isWord(i) && !isKeyword(i)) {
                return i;
            }
        }
        return NONE;
    }

    private static final Set<String> KEYWORDS = Set.of(
            "const",
            "volatile",
            "restrict",
            "__restrict",
            "unsigned",
            "signed",
            "int",
            "char",
            "long",
            "short",
            "void",
            "float",
            "double",
            "struct",
            "union",
            "enum",
            "__attribute__");

    private boolean isKeyword(int i) {
        boolean tag = tokens.is(i - 1, "struct") || tokens.is(i - 1, "union") || tokens.is(i - 1, "enum");
        return tag || KEYWORDS.contains(tokens.text(i));
    }
}
