package org.btdetect.grammar.c;

import java.util.Collection;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Decides from the tokens around what C decides by its symbol table, so that the grammar needs one token of lookahead.
 *
 * <p>Which identifier names a type, where a declaration begins, whether a parenthesis is a cast, which macro stands for a
 * statement: the answers are retagged tokens and markers (see the grammar). The rules are those of a reader who has only this
 * function before him: {@code a * b;} declares, {@code (T) x} casts, {@code M(x)} without a semicolon is a statement. Where they
 * guess wrong the calls in the text remain the same in nearly all cases, which is what they were chosen for.
 */
public final class CTokenTagger {

    private final TokenBuffer tokens;
    private final ExpressionTagger expressions;
    private final DeclarationTagger declarations;
    private final StatementTagger statements;
    private final TypeBodyTagger bodies;

    /**
     * @param source the text that was lexed
     * @param variables names that are known to be variables, a function's parameters
     * @throws CSyntaxException when brackets do not match or nest too deep
     */
    public CTokenTagger(String source, List<? extends Token> lexed, Collection<String> variables) {
        this.tokens = new TokenBuffer(source, lexed, variables);
        TypeTagger types = new TypeTagger(tokens, this);
        this.expressions = new ExpressionTagger(tokens, this, types);
        this.declarations = new DeclarationTagger(tokens, this, types);
        this.statements = new StatementTagger(tokens, this, declarations);
        this.bodies = new TypeBodyTagger(tokens, this);
    }

    /** The tokens of a sequence of block items (a function's body is the one block). */
    public List<CommonToken> statements() {
        statements.tagBlock(0, tokens.size());
        return tokens.tagged();
    }

    /** The tokens of an expression or an initialiser. */
    public List<CommonToken> expression() {
        expressions.tag(0, tokens.size());
        return tokens.tagged();
    }

    /** The tokens of a declaration outside of functions. */
    public List<CommonToken> declaration() {
        declarations.tag(0, tokens.size());
        return tokens.tagged();
    }

    void tagBlock(int from, int to) {
        statements.tagBlock(from, to);
    }

    void tagExpression(int from, int to) {
        expressions.tag(from, to);
    }

    void tagArguments(int from, int to) {
        expressions.tagArguments(from, to);
    }

    int tagDeclaration(int from, int to) {
        return declarations.tag(from, to);
    }

    int tagTypeBody(int keyword) {
        return bodies.tag(keyword);
    }
}
