package org.btdetect.grammar.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Turns the white space at the start of lines into INDENT and DEDENT.
 *
 * <p>Expects text whose lines end in {@code \n}, the last one too.
 */
public abstract class PythonLexerBase extends FStringLexer {
    private static final int MAX_INDENTS = 100;
    private static final int TAB = 8;

    private final Deque<Integer> indents = new ArrayDeque<>();
    private final Deque<Token> pending = new ArrayDeque<>();
    private boolean lineHasTokens;

    protected PythonLexerBase(CharStream input) {
        super(input);
        indents.push(0);
    }

    @Override
    public Token nextToken() {
        if (!pending.isEmpty()) {
            return pending.remove();
        }
        Token token = super.nextToken();
        if (token.getType() == EOF) {
            end();
        }
        lineHasTokens = token.getType() != PythonLexer.NEWLINE;
        if (pending.isEmpty() || !lineHasTokens) {
            return token;
        }
        pending.add(token);
        return pending.remove();
    }

    private void end() {
        if (lineHasTokens) {
            pending.add(synthetic(PythonLexer.NEWLINE));
        }
        indent(0);
    }

    /** Called at the end of a match that starts with a line break and ends with the next line's indentation. */
    protected final void newline() {
        if (isJoined()) {
            skip();
            return;
        }
        indent(width());
        if (!lineHasTokens) {
            skip();
        }
    }

    /** The indentation that the match ends with: tabs go to multiples of eight, a form feed starts again. */
    private int width() {
        int back = 1;
        while (_input.LA(-back) != '\n') {
            back++;
        }
        int width = 0;
        for (int i = back - 1; i > 0; i--) {
            int blank = _input.LA(-i);
            width = blank == '\f' ? 0 : blank == '\t' ? (width / TAB + 1) * TAB : width + 1;
        }
        return width;
    }

    private void indent(int width) {
        if (width > indents.element()) {
            indents.push(width);
            pending.add(synthetic(PythonLexer.INDENT));
            if (indents.size() > MAX_INDENTS) {
                complain("too many levels of indentation");
            }
            return;
        }
        while (indents.element() > width) {
            indents.pop();
            pending.add(synthetic(PythonLexer.DEDENT));
        }
        if (indents.element() != width) {
            complain("unindent does not match any outer indentation level");
        }
    }

    private Token synthetic(int type) {
        int index = _input.index();
        CommonToken token = new CommonToken(_tokenFactorySourcePair, type, DEFAULT_TOKEN_CHANNEL, index, index - 1);
        token.setLine(getLine());
        token.setCharPositionInLine(getCharPositionInLine());
        return token;
    }
}
