package org.btdetect.grammar.c;

/** Tags the bodies of structures, unions and enumerations. */
final class TypeBodyTagger {

    private final TokenBuffer tokens;
    private final CTokenTagger tagger;

    TypeBodyTagger(TokenBuffer tokens, CTokenTagger tagger) {
        this.tokens = tokens;
        this.tagger = tagger;
    }

    /** Tags the type whose keyword stands at {@code keyword}; returns the index behind it. */
    int tag(int keyword) {
        int i = keyword + 1;
        while (isAttribute(i)) {
            i = attribute(i);
        }
        if (tokens.type(i) == CLexer.IDENTIFIER) {
            i++;
        }
        if (tokens.type(i) != CLexer.LBRACE) {
            return i;
        }
        int close = tokens.match(i);
        if (tokens.type(keyword) == CLexer.ENUM) {
            enumerators(i + 1, close);
        } else {
            members(i + 1, close);
        }
        return close + 1;
    }

    private boolean isAttribute(int i) {
        return tokens.type(i) == CLexer.ATTRIBUTE
                || tokens.type(i) == CLexer.IDENTIFIER
                        && tokens.isCapitals(i)
                        && (tokens.type(i + 1) == CLexer.IDENTIFIER && tokens.type(i + 2) == CLexer.LBRACE
                                || tokens.type(i + 1) == CLexer.LPAREN);
    }

    private int attribute(int i) {
        if (tokens.type(i) == CLexer.ATTRIBUTE) {
            return tokens.match(i + 1) + 1;
        }
        boolean arguments = tokens.type(i + 1) == CLexer.LPAREN;
        tokens.retag(i, arguments ? CLexer.MACRO_TYPE : CLexer.MACRO_ATTRIBUTE);
        return arguments ? tokens.match(i + 1) + 1 : i + 1;
    }

    private void members(int from, int to) {
        int i = from;
        while (i < to) {
            int type = tokens.type(i);
            if (type == CLexer.SEMI) {
                i++;
            } else if (type == CLexer.STATIC_ASSERT) {
                i = tokens.find(i, to, CLexer.SEMI, CLexer.SEMI) + 1;
            } else if (isMacro(i)) {
                tokens.mark(i, CLexer.MACRO_STATEMENT);
                tagger.tagArguments(i + 2, tokens.match(i + 1));
                i = tokens.match(i + 1) + 1;
            } else if (type == CLexer.IDENTIFIER && i + 1 == to) {
                tokens.mark(i, CLexer.BARE_MACRO);
                i++;
            } else {
                i = tagger.tagDeclaration(i, to);
            }
        }
    }

    private boolean isMacro(int i) {
        if (tokens.type(i) != CLexer.IDENTIFIER || tokens.type(i + 1) != CLexer.LPAREN) {
            return false;
        }
        int after = tokens.match(i + 1) + 1;
        return tokens.type(i + 2) != CLexer.STAR
                && tokens.type(after) != CLexer.STAR
                && (tokens.type(after) != CLexer.IDENTIFIER || tokens.onNewLine(after));
    }

    private void enumerators(int from, int to) {
        int start = from;
        while (start < to) {
            int end = tokens.find(start, to, CLexer.COMMA, CLexer.COMMA);
            int value = tokens.find(start, end, CLexer.ASSIGN, CLexer.ASSIGN);
            for (int i = start + 1; i < value; i++) {
                if (tokens.type(i) == CLexer.IDENTIFIER) {
                    i = attribute(i) - 1;
                } else if (tokens.type(i) == CLexer.LPAREN) {
                    i = tokens.match(i);
                }
            }
            tagger.tagExpression(Math.min(value + 1, end), end);
            start = end + 1;
        }
    }
}
