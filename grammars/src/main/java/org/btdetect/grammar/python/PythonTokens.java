package org.btdetect.grammar.python;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.WritableToken;
import org.antlr.v4.runtime.misc.Interval;

/** All tokens of a file, soft keywords typed; the parser's lookahead is an array access. */
public final class PythonTokens implements TokenStream {
    private final PythonLexer lexer;
    private final Token[] tokens;
    private final int[] types;
    private int index;

    private PythonTokens(PythonLexer lexer, Token[] tokens, int[] types) {
        this.lexer = lexer;
        this.tokens = tokens;
        this.types = types;
    }

    /** Reads the lexer to its end; what it does not understand goes to its error listeners. */
    public static PythonTokens of(PythonLexer lexer) {
        List<WritableToken> read = new ArrayList<>(lexer.getInputStream().size() / 5 + 16);
        WritableToken token;
        do {
            token = (WritableToken) lexer.nextToken();
            token.setTokenIndex(read.size());
            read.add(token);
        } while (token.getType() != EOF);
        new SoftKeywords(read).resolve();
        int[] types = new int[read.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = read.get(i).getType();
        }
        return new PythonTokens(lexer, read.toArray(Token[]::new), types);
    }

    @Override
    public int LA(int offset) {
        int at = offset < 0 ? index + offset : index + offset - 1;
        return at < 0 ? Token.INVALID_TYPE : types[Math.min(at, types.length - 1)];
    }

    @Override
    public Token LT(int offset) {
        int at = offset < 0 ? index + offset : index + offset - 1;
        return tokens[Math.max(0, Math.min(at, tokens.length - 1))];
    }

    @Override
    public void consume() {
        if (index == types.length - 1) {
            throw new IllegalStateException("cannot consume EOF");
        }
        index++;
    }

    @Override
    public Token get(int at) {
        return tokens[at];
    }

    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int at) {
        index = at;
    }

    @Override
    public int size() {
        return tokens.length;
    }

    @Override
    public TokenSource getTokenSource() {
        return lexer;
    }

    @Override
    public String getSourceName() {
        return lexer.getSourceName();
    }

    @Override
    public String getText() {
        return getText(tokens[0], tokens[tokens.length - 1]);
    }

    @Override
    public String getText(Interval interval) {
        return interval.length() == 0 ? "" : getText(tokens[interval.a], tokens[interval.b]);
    }

    @Override
    public String getText(RuleContext context) {
        return getText(context.getSourceInterval());
    }

    /** The source as it stands, hidden text included. */
    @Override
    public String getText(Token start, Token stop) {
        return lexer.getInputStream().getText(Interval.of(start.getStartIndex(), stop.getStopIndex()));
    }
}
