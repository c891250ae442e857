package org.btdetect.grammar.python;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Bounds how deep rules call each other, so that hostile input cannot exhaust the stack. */
public abstract class PythonParserBase extends Parser {
    /** Enough for the 200 brackets and 100 levels of indentation that the lexer allows. */
    private static final int MAX_DEPTH = 2000;

    private int depth;

    protected PythonParserBase(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext context, int state, int rule) {
        if (++depth > MAX_DEPTH) {
            throw new ParseCancellationException("nested too deeply");
        }
        super.enterRule(context, state, rule);
    }

    @Override
    public void exitRule() {
        depth--;
        super.exitRule();
    }
}
