package org.btdetect.frontend.python;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.btdetect.program.Position;

/** The text and the places of what the parser has read. */
record SourceText(TokenStream tokens) {

    static Position at(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    static Position at(ParserRuleContext context) {
        return at(context.getStart());
    }

    /** What stands between the start of the first and the end of the last token, line breaks and comments included. */
    String between(Token first, Token last) {
        return tokens.getText(first, last);
    }

    String of(ParserRuleContext context) {
        return between(context.getStart(), context.getStop());
    }
}
