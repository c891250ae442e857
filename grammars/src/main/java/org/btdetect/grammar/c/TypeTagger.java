package org.btdetect.grammar.c;

/** Recognises and tags names of types, as they stand in casts, {@code sizeof} and arguments of macros. */
final class TypeTagger {

    /** How much like the name of a type a range of tokens looks. */
    enum Likeness {
        /** No type can be written like this. */
        NO,
        /** One lone identifier. */
        NAME,
        /** Nothing but a type is written like this. */
        TYPE
    }

    private final TokenBuffer tokens;
    private final CTokenTagger tagger;

    TypeTagger(TokenBuffer tokens, CTokenTagger tagger) {
        this.tokens = tokens;
        this.tagger = tagger;
    }

    /** Judges {@code [from, to)} by its tokens alone. */
    Likeness likeness(int from, int to) {
        boolean certain = false;
        int names = 0;
        int stars = 0;
        int i = from;
        while (i < to) {
            int type = tokens.type(i);
            if (type == CLexer.IDENTIFIER) {
                if (stars > 0) {
                    return Likeness.NO;
                }
                names++;
                i++;
            } else if (type == CLexer.STAR) {
                if (names == 0 && !certain) {
                    return Likeness.NO;
                }
                stars++;
                i++;
            } else if (TokenKinds.isQualifier(type) || TokenKinds.isTypeKeyword(type)) {
                certain = true;
                i = afterKeyword(i);
            } else if (type == CLexer.LPAREN && (names > 0 || certain) && isAbstractFunction(i)) {
                certain = true;
                i = tokens.match(tokens.match(i) + 1) + 1;
            } else if (type == CLexer.LBRACK && (certain || tokens.match(i) == i + 1) && (names > 0 || certain)) {
                certain = true;
                i = tokens.match(i) + 1;
            } else if (type == CLexer.ATTRIBUTE) {
                i = tokens.match(i + 1) + 1;
            } else {
                return Likeness.NO;
            }
        }
        if (certain || stars > 0 || names > 1) {
            return Likeness.TYPE;
        }
        return names == 1 ? Likeness.NAME : Likeness.NO;
    }

    private boolean isAbstractFunction(int open) {
        return tokens.type(open + 1) == CLexer.STAR
                && tokens.match(open) <= open + 3
                && tokens.type(tokens.match(open) + 1) == CLexer.LPAREN;
    }

    private int afterKeyword(int i) {
        int type = tokens.type(i);
        if (type == CLexer.TYPEOF) {
            return tokens.match(i + 1) + 1;
        }
        boolean tagged = type == CLexer.STRUCT || type == CLexer.UNION || type == CLexer.ENUM;
        return tagged ? i + 2 : i + 1;
    }

    /** Tags {@code [from, to)}, which is the name of a type. */
    void tagTypeName(int from, int to) {
        int i = from;
        while (i < to) {
            int type = tokens.type(i);
            if (type == CLexer.IDENTIFIER) {
                tokens.retag(i, CLexer.TYPE_NAME);
                i++;
            } else if (type == CLexer.TYPEOF) {
                tagTypeof(i);
                i = tokens.match(i + 1) + 1;
            } else if (type == CLexer.LPAREN) {
                i = tokens.match(i) + 1;
            } else if (type == CLexer.LBRACK) {
                tagger.tagExpression(i + 1, tokens.match(i));
                i = tokens.match(i) + 1;
            } else if (type == CLexer.ATTRIBUTE) {
                i = tokens.match(i + 1) + 1;
            } else {
                i = afterKeyword(i);
            }
        }
    }

    /** Tags the operand of {@code typeof}, {@code sizeof} or {@code _Alignof} at {@code keyword}, if it is in parentheses. */
    void tagTypeof(int keyword) {
        int open = keyword + 1;
        int close = tokens.match(open);
        if (likeness(open + 1, close) == Likeness.TYPE) {
            tokens.retag(open, CLexer.TYPE_OPEN);
            tagTypeName(open + 1, close);
        } else {
            tagger.tagExpression(open + 1, close);
        }
    }
}
