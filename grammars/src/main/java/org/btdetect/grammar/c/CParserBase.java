package org.btdetect.grammar.c;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;

/** Refuses trees so deep that descending them would overflow a thread's default stack. */
abstract class CParserBase extends Parser {

    /** Rules within rules; real code stays below a tenth of this. */
    private static final int DEEPEST = 1500;

    private int depth;

    CParserBase(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext tree, int state, int rule) {
        super.enterRule(tree, state, rule);
        if (++depth > DEEPEST) {
            throw new CSyntaxException(
                    tree.getStart().getLine(), tree.getStart().getCharPositionInLine(), "nested too deeply");
        }
    }

    @Override
    public void exitRule() {
        depth--;
        super.exitRule();
    }
}
