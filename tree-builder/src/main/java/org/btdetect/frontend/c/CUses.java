package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.btdetect.program.Constant;

/** Where a C text uses one of a set of names like a function, read off the tokens without parsing. */
public final class CUses {
    private static final int LONGEST = 4000;

    private final String text;
    private final RawTokens tokens;
    private final Set<String> names;
    private final List<Use> uses = new ArrayList<>();
    private String function = "";
    private int counted;
    private int line = 1;

    /**
     * A use.
     *
     * @param function the function that it stands in, empty at file scope
     * @param arguments the tokens of each argument
     */
    public record Use(String name, int line, String function, List<List<Token>> arguments) {
        /** Copies the arguments. */
        public Use {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A token.
     *
     * @param text as written, or the text that a string literal stands for
     * @param isText whether it is a string literal
     */
    public record Token(String text, boolean isText) {}

    private CUses(String text, Set<String> names) {
        this.text = text;
        this.tokens = RawScanner.scan(text);
        this.names = names;
    }

    /** Returns the uses in a file's text, in order; those in macros' bodies are not among them. */
    public static List<Use> in(String text, Set<String> names) {
        CUses scan = new CUses(text, names);
        scan.scan();
        return List.copyOf(scan.uses);
    }

    /** Returns the tokens of a piece of C. */
    public static List<Token> tokens(String text) {
        RawTokens tokens = RawScanner.scan(text);
        List<Token> all = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            all.add(token(tokens, i));
        }
        return all;
    }

    private void scan() {
        int depth = 0;
        String candidate = "";
        for (int i = 0; i < tokens.size(); i++) {
            char sign = tokens.sign(i);
            if (sign == '{') {
                depth = isAtLineStart(i) ? 0 : depth;
                function = depth == 0 ? candidate : function;
                depth++;
            } else if (sign == '}') {
                depth = isAtLineStart(i) ? 0 : Math.max(0, depth - 1);
                function = depth == 0 ? "" : function;
            } else if (tokens.isWord(i) && tokens.sign(i + 1) == '(') {
                candidate = depth == 0 ? tokens.text(i) : candidate;
                if (names.contains(tokens.text(i))) {
                    add(i);
                }
            }
            if (depth == 0 && (sign == '=' || sign == ';')) {
                candidate = "";
            }
            if (depth == 0 && sign == '(') {
                i = close(i) - 1;
            }
        }
    }

    private boolean isAtLineStart(int index) {
        int start = tokens.start(index);
        return start == 0 || text.charAt(start - 1) == '\n';
    }

    /** The index behind the bracket that closes the one at {@code open}. */
    private int close(int open) {
        int depth = 0;
        int end = Math.min(tokens.size(), open + LONGEST);
        for (int i = open; i < end; i++) {
            char sign = tokens.sign(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return open + 1;
    }

    private void add(int name) {
        List<List<Token>> arguments = new ArrayList<>();
        List<Token> argument = new ArrayList<>();
        int end = close(name + 1) - 1;
        int depth = 0;
        for (int i = name + 2; i < end; i++) {
            char sign = tokens.sign(i);
            depth += sign == '(' || sign == '{' || sign == '[' ? 1 : sign == ')' || sign == '}' || sign == ']' ? -1 : 0;
            if (depth == 0 && sign == ',') {
                arguments.add(List.copyOf(argument));
                argument.clear();
            } else if (tokens.kind(i) != RawTokens.DIRECTIVE) {
                argument.add(token(tokens, i));
            }
        }
        if (!argument.isEmpty() || !arguments.isEmpty()) {
            arguments.add(List.copyOf(argument));
        }
        uses.add(new Use(tokens.text(name), lineOf(tokens.start(name)), function, arguments));
    }

    private int lineOf(int offset) {
        for (; counted < offset; counted++) {
            line += text.charAt(counted) == '\n' ? 1 : 0;
        }
        return line;
    }

    private static Token token(RawTokens tokens, int index) {
        String written = tokens.text(index);
        if (tokens.kind(index) == RawTokens.LITERAL && written.endsWith("\"") && written.length() > 1) {
            return new Token(((Constant.Text) Literals.string(written)).value(), true);
        }
        return new Token(written, false);
    }
}
