package org.btdetect.grammar.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;

/**
 * The brackets and f-strings that the lexer is inside of.
 *
 * <p>An f-string alternates between text and replacement fields; a field may hold any expression, further f-strings with the same quote
 * included (PEP 701), and may end in a format specification, which is text with fields again. Nesting is bounded as in CPython's tokenizer.
 */
abstract class FStringLexer extends Lexer {
    private static final int MAX_BRACKETS = 200;
    private static final int MAX_FRAMES = 300;

    private final Deque<Frame> frames = new ArrayDeque<>();
    private int brackets;

    private enum Kind {
        TEXT,
        SPECIFICATION,
        FIELD
    }

    /** Where the lexer is: {@code brackets} are those open outside of the frame. */
    private record Frame(Kind kind, int quote, int quotes, boolean raw, int brackets) {
        Frame inside(Kind inner, int open) {
            return new Frame(inner, quote, quotes, raw, open);
        }
    }

    FStringLexer(CharStream input) {
        super(input);
    }

    /** Whether a line break is mere white space here. */
    final boolean isJoined() {
        return brackets > 0 || !frames.isEmpty();
    }

    protected final void open() {
        if (++brackets > MAX_BRACKETS) {
            refuse("too many nested brackets");
        }
    }

    protected final void close() {
        brackets = Math.max(0, brackets - 1);
    }

    protected final void closeBrace() {
        if (isAtFieldLevel()) {
            pop();
        } else {
            close();
        }
    }

    protected final void colon() {
        if (isAtFieldLevel()) {
            setType(PythonLexer.FORMAT_COLON);
            push(frames.element().inside(Kind.SPECIFICATION, brackets));
        }
    }

    /** In a field, {@code :=} is a format specification that starts with an equals sign. */
    protected final void walrus() {
        if (isAtFieldLevel()) {
            back();
            colon();
        }
    }

    protected final void beginFString() {
        int quote = _input.LA(-1);
        boolean triple = _input.LA(-2) == quote;
        int prefix = triple ? 4 : 2;
        boolean raw = isR(_input.LA(-prefix))
                || _input.index() - prefix > _tokenStartCharIndex && isR(_input.LA(-prefix - 1));
        push(new Frame(Kind.TEXT, quote, triple ? 3 : 1, raw, brackets));
        brackets = 0;
    }

    private static boolean isR(int c) {
        return c == 'r' || c == 'R';
    }

    /** Goes on from the one character that the rule matched. */
    protected final void fstringPart() {
        Frame frame = frames.element();
        int c = _input.LA(-1);
        back();
        if (isText(frame)) {
            text(frame);
        } else if (isEnd(frame)) {
            consume(frame.quotes);
            pop();
            setType(PythonLexer.FSTRING_END);
        } else {
            consume(1);
            brace(frame, c);
        }
    }

    private void brace(Frame frame, int c) {
        if (c == '{') {
            setType(PythonLexer.LBRACE);
            push(frame.inside(Kind.FIELD, brackets));
            brackets = 0;
        } else if (c == '}' && frame.kind == Kind.SPECIFICATION) {
            setType(PythonLexer.RBRACE);
            pop();
            pop();
        } else {
            setType(PythonLexer.UNKNOWN);
        }
    }

    private void text(Frame frame) {
        do {
            int c = _input.LA(1);
            if (c == '\\') {
                escape(frame.raw);
            } else {
                consume(c == '{' || c == '}' ? 2 : 1);
            }
        } while (isText(frame));
    }

    private boolean isText(Frame frame) {
        int c = _input.LA(1);
        if (c == '{' || c == '}') {
            return frame.kind == Kind.TEXT && _input.LA(2) == c;
        }
        return c != EOF && !isEnd(frame) && (c != '\n' || frame.quotes == 3);
    }

    private boolean isEnd(Frame frame) {
        for (int i = 1; i <= frame.quotes; i++) {
            if (_input.LA(i) != frame.quote) {
                return false;
            }
        }
        return true;
    }

    /** A backslash guards quotes and line breaks but no braces, except those of a character's name. */
    private void escape(boolean raw) {
        consume(1);
        int c = _input.LA(1);
        if (c == 'N' && !raw && _input.LA(2) == '{') {
            while (_input.LA(1) != '}' && _input.LA(1) != '\n' && _input.LA(1) != EOF) {
                consume(1);
            }
        }
        if (c != '{' && c != '}') {
            consume(1);
        }
    }

    private boolean isAtFieldLevel() {
        return brackets == 0 && !frames.isEmpty() && frames.element().kind == Kind.FIELD;
    }

    private void push(Frame frame) {
        frames.push(frame);
        if (frames.size() > MAX_FRAMES) {
            refuse("f-strings nested too deeply");
        }
        enterMode();
    }

    private void pop() {
        brackets = frames.pop().brackets;
        enterMode();
    }

    private void enterMode() {
        boolean inText = !frames.isEmpty() && frames.element().kind != Kind.FIELD;
        mode(inText ? PythonLexer.FSTRING : DEFAULT_MODE);
    }

    private void consume(int count) {
        for (int i = 0; i < count && _input.LA(1) != EOF; i++) {
            getInterpreter().consume(_input);
        }
    }

    private void back() {
        _input.seek(_input.index() - 1);
        if (_input.LA(1) == '\n') {
            getInterpreter().setLine(getInterpreter().getLine() - 1);
        } else {
            getInterpreter().setCharPositionInLine(getInterpreter().getCharPositionInLine() - 1);
        }
    }

    private void refuse(String message) {
        complain(message);
        setType(PythonLexer.UNKNOWN);
    }

    final void complain(String message) {
        int line = getInterpreter().getLine();
        int column = getInterpreter().getCharPositionInLine();
        getErrorListenerDispatch().syntaxError(this, null, line, column, message, null);
    }
}
