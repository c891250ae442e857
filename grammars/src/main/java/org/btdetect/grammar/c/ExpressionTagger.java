package org.btdetect.grammar.c;

import org.btdetect.grammar.c.TypeTagger.Likeness;

/** Tells casts, statement expressions and arguments that are types from the rest of an expression. */
final class ExpressionTagger {

    private final TokenBuffer tokens;
    private final CTokenTagger tagger;
    private final TypeTagger types;

    ExpressionTagger(TokenBuffer tokens, CTokenTagger tagger, TypeTagger types) {
        this.tokens = tokens;
        this.tagger = tagger;
        this.types = types;
    }

    /** Tags the expressions in {@code [from, to)}, commas and initialisers' braces among them. */
    void tag(int from, int to) {
        boolean operand = false;
        int i = from;
        while (i < to) {
            int type = tokens.type(i);
            if (type == CLexer.LPAREN) {
                operand = operand ? call(i) : group(i);
                i = tokens.match(i) + 1;
            } else if ((type == CLexer.SIZEOF || type == CLexer.ALIGNOF) && tokens.type(i + 1) == CLexer.LPAREN) {
                types.tagTypeof(i);
                operand = true;
                i = tokens.match(i + 1) + 1;
            } else if (type == CLexer.GENERIC) {
                operand = true;
                i = tokens.match(i + 1) + 1;
            } else {
                if (type == CLexer.LBRACE && operand) {
                    tokens.mark(i, CLexer.COMMA); // the macro before brings its own
                }
                operand = TokenKinds.endsOperand(type);
                i++;
            }
        }
    }

    private boolean call(int open) {
        tagArguments(open + 1, tokens.match(open));
        return true;
    }

    /** Tags parentheses that stand where an operand begins; false when they were a cast, whose operand is still to come. */
    private boolean group(int open) {
        int close = tokens.match(open);
        if (tokens.type(open + 1) == CLexer.LBRACE) {
            tagger.tagBlock(open + 2, tokens.match(open + 1));
            return true;
        }
        if (isCast(open, close)) {
            tokens.retag(open, CLexer.CAST_OPEN);
            types.tagTypeName(open + 1, close);
            return false;
        }
        tag(open + 1, close);
        return true;
    }

    /**
     * A name alone in parentheses is a type when an operand follows that cannot follow an operand, or, unless it is a variable
     * of this function, another parenthesis. Before an operator with both a unary and a binary meaning it is one only if it is written like a type of the standard library.
     */
    private boolean isCast(int open, int close) {
        Likeness likeness = types.likeness(open + 1, close);
        if (likeness != Likeness.NAME) {
            return likeness == Likeness.TYPE;
        }
        int after = tokens.type(close + 1);
        if (TokenKinds.beginsOperandOnly(after) || after == CLexer.LPAREN && !tokens.isVariable(open + 1)) {
            return true;
        }
        boolean ambiguous = after == CLexer.STAR || after == CLexer.AMPERSAND || after == CLexer.PLUS_MINUS;
        return ambiguous && tokens.text(open + 1).endsWith("_t");
    }

    /** Tags the arguments of a call or of a macro in {@code [from, to)}. */
    void tagArguments(int from, int to) {
        int start = from;
        while (start <= to) {
            int end = tokens.find(start, to, CLexer.COMMA, CLexer.COMMA);
            if (end > start) {
                argument(start, end);
            }
            start = end + 1;
        }
    }

    private void argument(int from, int to) {
        if (isStatements(from, to)) {
            tokens.mark(from, CLexer.STATEMENT_ARGUMENT);
            tagger.tagBlock(from, to);
            int last = tokens.type(to - 1);
            if (last != CLexer.SEMI && last != CLexer.RBRACE) {
                tokens.mark(to, CLexer.SEMI);
            }
        } else if (types.likeness(from, to) == Likeness.TYPE) {
            tokens.mark(from, CLexer.TYPE_ARGUMENT);
            types.tagTypeName(from, to);
        } else if (isBare(from, to)) {
            tokens.mark(from, CLexer.BARE_ARGUMENT);
        } else {
            tag(from, to);
        }
    }

    private boolean isStatements(int from, int to) {
        int first = tokens.type(from);
        if (first == CLexer.LBRACE) {
            return holdsStatements(from);
        }
        if (TokenKinds.isStatementKeyword(first)) {
            return to > from + 1 || first == CLexer.RETURN || first == CLexer.BREAK || first == CLexer.CONTINUE;
        }
        return tokens.find(from, to, CLexer.SEMI, CLexer.SEMI) < to;
    }

    /** A semicolon within the braces, not within parentheses, tells a block from an initialiser. */
    private boolean holdsStatements(int brace) {
        int i = brace + 1;
        while (i < tokens.match(brace)) {
            if (tokens.type(i) == CLexer.SEMI) {
                return true;
            }
            i = tokens.type(i) == CLexer.LPAREN ? tokens.match(i) + 1 : i + 1;
        }
        return false;
    }

    private boolean isBare(int from, int to) {
        int first = tokens.type(from);
        int last = tokens.type(to - 1);
        return TokenKinds.isInfixOnly(first)
                || TokenKinds.isSpecifier(first)
                || TokenKinds.isStatementKeyword(first)
                || first == CLexer.HASH
                || first == CLexer.LBRACK
                || first == CLexer.AND && tokens.type(from + 1) != CLexer.IDENTIFIER
                || !TokenKinds.endsOperand(last);
    }
}
