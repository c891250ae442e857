package org.btdetect.frontend.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Splits a file's tokens at the top level by matching brackets, without reading what is inside of them. */
final class Pieces {

    /** What a piece of a file is. */
    enum Kind {
        FUNCTION,
        /** A declaration of variables, types or functions. */
        DECLARATION,
        /** A macro's invocation. */
        MACRO
    }

    /**
     * A piece of a file, by indices of tokens.
     *
     * @param last the last token, included
     * @param name the token that names a function or macro, or -1
     * @param body the opening brace of a function's body, or -1
     */
    record Piece(Kind kind, int first, int last, int name, int body) {}

    private static final int NONE = -1;

    private final RawTokens tokens;
    private final int[] match;
    private final List<Piece> pieces = new ArrayList<>();

    private Pieces(RawTokens tokens) {
        this.tokens = tokens;
        this.match = match(tokens);
    }

    /** The pieces of a file in their order; tokens that belong to none are skipped. */
    static List<Piece> of(RawTokens tokens) {
        Pieces outline = new Pieces(tokens);
        int i = 0;
        while (i < tokens.size()) {
            i = outline.piece(i);
        }
        return outline.pieces;
    }

    /** For each opening bracket its closing one; a closing brace closes brackets left open within it. */
    static int[] match(RawTokens tokens) {
        int[] match = new int[tokens.size()];
        Arrays.fill(match, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            char sign = tokens.sign(i);
            if (sign == '(' || sign == '{' || sign == '[') {
                open.push(i);
            } else if (sign == ')' || sign == '}' || sign == ']') {
                char opening = sign == ')' ? '(' : sign == '}' ? '{' : '[';
                while (sign == '}' && !open.isEmpty() && tokens.sign(open.peek()) != '{') {
                    open.pop();
                }
                if (!open.isEmpty() && tokens.sign(open.peek()) == opening) {
                    match[open.pop()] = i;
                }
            }
        }
        return match;
    }

    private int piece(int start) {
        if (isLoneMacro(start)) {
            pieces.add(new Piece(Kind.MACRO, start, match[start + 1], start, NONE));
            return match[start + 1] + 1;
        }
        boolean assigned = false;
        int i = start;
        while (i < tokens.size()) {
            char sign = tokens.sign(i);
            if (sign == ';') {
                return declaration(start, i);
            } else if (sign == '}') {
                return i + 1;
            } else if (sign == '{' && !assigned && !isTypeBody(start, i)) {
                return block(start, i);
            } else if (sign == '(' || sign == '[' || sign == '{') {
                i = close(i);
            } else if (sign == '=') {
                assigned = true;
            }
            i++;
        }
        return i;
    }

    private int close(int open) {
        return match[open] == NONE ? open : match[open];
    }

    private int declaration(int start, int semicolon) {
        boolean macro = tokens.isWord(start)
                && tokens.sign(start + 1) == '('
                && match[start + 1] == semicolon - 1
                && tokens.isCapitals(start);
        if (semicolon > start) {
            pieces.add(new Piece(macro ? Kind.MACRO : Kind.DECLARATION, start, semicolon, macro ? start : NONE, NONE));
        }
        return semicolon + 1;
    }

    /** {@code extern "C"} is entered, a function's body is not; where its end is missing, a brace at a line's start ends it. */
    private int block(int start, int open) {
        if (tokens.is(start, "extern") && open == start + 2) {
            return open + 1;
        }
        int close = match[open];
        for (int i = open + 1; close == NONE && i < tokens.size(); i++) {
            if (tokens.sign(i) == '}' && tokens.onNewLine(i)) {
                close = i;
            }
        }
        int last = close == NONE ? tokens.size() - 1 : close;
        int name = FunctionHead.name(tokens, match, start, open);
        if (name != NONE) {
            pieces.add(new Piece(Kind.FUNCTION, start, last, name, open));
        }
        return last + 1;
    }

    /** {@code G_DEFINE_TYPE(...)} without a semicolon: something else begins on the next line. */
    private boolean isLoneMacro(int i) {
        if (!tokens.isWord(i) || tokens.sign(i + 1) != '(' || match[i + 1] == NONE) {
            return false;
        }
        int after = match[i + 1] + 1;
        return after >= tokens.size() || tokens.isWord(after) && tokens.onNewLine(after);
    }

    /** Whether the brace opens the members of a struct, union or enum: only its tag and attributes stand between. */
    private boolean isTypeBody(int start, int brace) {
        int keyword = NONE;
        for (int i = start; i < brace; i++) {
            if (tokens.sign(i) == '(') {
                i = close(i);
            } else if (tokens.is(i, "struct") || tokens.is(i, "union") || tokens.is(i, "enum")) {
                keyword = i;
            }
        }
        int names = 0;
        for (int i = keyword + 1; keyword != NONE && i < brace; i++) {
            boolean attribute = tokens.is(i, "__attribute__") || tokens.isCapitals(i) && i + 1 < brace;
            if (tokens.sign(i) == '(' && tokens.isWord(i - 1)) {
                i = close(i);
            } else if (!tokens.isWord(i)) {
                return false;
            } else if (!attribute) {
                names++;
            }
        }
        return keyword != NONE && names <= 1;
    }
}
