package org.btdetect.grammar.c;

/** Tells in a declaration the names of types and attributes from the names that it declares. */
final class DeclarationTagger {

    private static final int NONE = -1;

    private final TokenBuffer tokens;
    private final CTokenTagger tagger;
    private final TypeTagger types;

    DeclarationTagger(TokenBuffer tokens, CTokenTagger tagger, TypeTagger types) {
        this.tokens = tokens;
        this.tagger = tagger;
        this.types = types;
    }

    /** Whether a declaration begins here; decided from the next few tokens, never from what a name means. */
    boolean begins(int start) {
        int i = start;
        while (tokens.type(i) == CLexer.EXTENSION) {
            i++;
        }
        int type = tokens.type(i);
        if (type != CLexer.IDENTIFIER) {
            return TokenKinds.isSpecifier(type);
        }
        int next = tokens.type(i + 1);
        if (next == CLexer.IDENTIFIER || TokenKinds.isSpecifier(next)) {
            return !isLoneMacro(i);
        }
        if (next == CLexer.STAR) {
            int name = skipPointers(i + 1);
            int after = tokens.type(name + 1);
            return tokens.type(name) == CLexer.IDENTIFIER
                            && (TokenKinds.endsDeclarator(after) || after == CLexer.IDENTIFIER)
                    || tokens.type(name) == CLexer.LPAREN && tokens.type(name + 1) == CLexer.STAR;
        }
        return next == CLexer.LPAREN
                && (isFunctionPointer(i + 1) && tokens.type(i + 2) == CLexer.STAR || isMacroType(i + 1));
    }

    /** A name in capitals on a line of its own, or before a call, stands for a statement. */
    private boolean isLoneMacro(int i) {
        boolean beforeCall = tokens.type(i + 1) == CLexer.IDENTIFIER && tokens.type(i + 2) == CLexer.LPAREN;
        return tokens.isCapitals(i) && (tokens.onNewLine(i + 1) || beforeCall);
    }

    /** {@code (*name)(}, {@code (*name[N])(}, {@code (*name)[}, {@code (CALLBACK *name)(}, and a function type's {@code (name)(}. */
    private boolean isFunctionPointer(int open) {
        int close = tokens.match(open);
        int after = tokens.type(close + 1);
        int first = open + 1;
        if (tokens.type(first) == CLexer.IDENTIFIER && tokens.type(first + 1) == CLexer.STAR) {
            first++;
        }
        int name = skipPointers(first);
        int end = tokens.type(name + 1) == CLexer.LBRACK ? tokens.match(name + 1) + 1 : name + 1;
        boolean pointer = name > first && (after == CLexer.LPAREN || after == CLexer.LBRACK);
        boolean type = name == open + 1 && after == CLexer.LPAREN;
        return tokens.type(name) == CLexer.IDENTIFIER && end == close && (pointer || type);
    }

    /** {@code g_autoptr(T) name}: the name follows on the same line, and behind it what follows a declared name. */
    private boolean isMacroType(int open) {
        int name = skipPointers(tokens.match(open) + 1);
        if (tokens.type(name) != CLexer.IDENTIFIER || tokens.onNewLine(name)) {
            return false;
        }
        int after = tokens.type(name + 1);
        return TokenKinds.endsDeclarator(after) || after == CLexer.IDENTIFIER;
    }

    private int skipPointers(int i) {
        int at = i;
        while (tokens.type(at) == CLexer.STAR || TokenKinds.isQualifier(tokens.type(at))) {
            at++;
        }
        return at;
    }

    /** Tags the declaration that begins at {@code i}; returns the index behind its semicolon. */
    int tag(int i, int to) {
        tokens.mark(i, CLexer.DECLARATION_START);
        return declarators(specifiers(i, to), to);
    }

    private int specifiers(int start, int to) {
        boolean typed = false;
        int i = start;
        while (i < to) {
            int type = tokens.type(i);
            if (TokenKinds.isModifier(type)) {
                i++;
            } else if (TokenKinds.isTypeKeyword(type)) {
                typed = true;
                i = typeKeyword(i);
            } else if (type == CLexer.ATTRIBUTE || type == CLexer.ALIGNAS) {
                i = tokens.match(i + 1) + 1;
            } else if (type != CLexer.IDENTIFIER || isDeclaredName(i, typed) && !isTrailingAttribute(i, start)) {
                return i;
            } else {
                typed |= !isAttributeBeforeType(i);
                i = name(i, CLexer.TYPE_NAME);
            }
        }
        return i;
    }

    /** {@code G_GNUC_UNUSED T x}, unlike {@code VIR_AUTOCLOSE fd}, has a type's name and a declared name behind it. */
    private boolean isAttributeBeforeType(int i) {
        boolean named = tokens.type(i + 2) == CLexer.IDENTIFIER || tokens.type(i + 2) == CLexer.STAR;
        return tokens.isCapitals(i) && tokens.type(i + 1) == CLexer.IDENTIFIER && named;
    }

    /** {@code struct { ... } ATTRIBUTE_PACKED;} declares nothing, unlike a typedef's name in capitals. */
    private boolean isTrailingAttribute(int i, int start) {
        return tokens.isCapitals(i)
                && tokens.type(i - 1) == CLexer.RBRACE
                && tokens.type(i + 1) == CLexer.SEMI
                && tokens.type(start) != CLexer.TYPEDEF;
    }

    private int typeKeyword(int i) {
        int type = tokens.type(i);
        if (type == CLexer.BASIC_TYPE) {
            return i + 1;
        }
        if (type == CLexer.TYPEOF) {
            types.tagTypeof(i);
            return tokens.match(i + 1) + 1;
        }
        return tagger.tagTypeBody(i);
    }

    /** Tags a name that is no declared name, with its arguments if it has some; returns the index behind it. */
    private int name(int i, int tag) {
        boolean arguments = tokens.type(i + 1) == CLexer.LPAREN && !isFunctionPointer(i + 1);
        tokens.retag(i, arguments ? CLexer.MACRO_TYPE : tag);
        return arguments ? tokens.match(i + 1) + 1 : i + 1;
    }

    private boolean isDeclaredName(int i, boolean typed) {
        int next = tokens.type(i + 1);
        if (next == CLexer.IDENTIFIER) {
            return declaredInRun(i, typed) == i;
        }
        if (next == CLexer.LPAREN && typed) {
            int after = tokens.type(tokens.match(i + 1) + 1);
            boolean pointer = tokens.type(i + 2) == CLexer.STAR && isFunctionPointer(i + 1);
            return !pointer && (!tokens.isCapitals(i) || after != CLexer.IDENTIFIER && after != CLexer.STAR);
        }
        return typed && TokenKinds.endsDeclarator(next);
    }

    /** In {@code T x G_GNUC_UNUSED} the declared name is the last that is not in capitals, but never the first where no type was seen. */
    private int declaredInRun(int from, boolean typed) {
        int last = from;
        while (tokens.type(last + 1) == CLexer.IDENTIFIER) {
            last++;
        }
        if (tokens.type(last + 1) == CLexer.LPAREN
                && tokens.type(last + 2) == CLexer.STAR
                && isFunctionPointer(last + 1)) {
            return NONE;
        }
        for (int i = last; i >= (typed ? from : from + 1); i--) {
            if (!tokens.isCapitals(i)) {
                return i;
            }
        }
        return last;
    }

    private int declarators(int start, int to) {
        int i = start;
        while (i < to && tokens.type(i) != CLexer.SEMI) {
            int before = i;
            i = declarator(i, to);
            if (tokens.type(i) == CLexer.COLON) {
                i = expression(i + 1, to);
            }
            i = attributes(i);
            if (tokens.type(i) == CLexer.ASSIGN) {
                i = expression(i + 1, to);
            }
            if (tokens.type(i) == CLexer.COMMA) {
                i++;
            } else if (i == before) {
                throw tokens.error(i, "unexpected '" + tokens.text(i) + "' in a declaration");
            }
        }
        return Math.min(i + 1, to);
    }

    private int expression(int from, int to) {
        int end = tokens.find(from, to, CLexer.COMMA, CLexer.SEMI);
        tagger.tagExpression(from, end);
        return end;
    }

    private int declarator(int start, int to) {
        int i = pointers(start);
        if (tokens.type(i) == CLexer.IDENTIFIER && tokens.type(i + 1) == CLexer.STAR) {
            i = pointers(name(i, CLexer.MACRO_ATTRIBUTE));
        }
        if (tokens.type(i) == CLexer.LPAREN) {
            declarator(i + 1, tokens.match(i));
            i = tokens.match(i) + 1;
        } else if (tokens.type(i) == CLexer.IDENTIFIER) {
            tokens.declare(i++);
        }
        while (i < to && (tokens.type(i) == CLexer.LPAREN || tokens.type(i) == CLexer.LBRACK)) {
            int close = tokens.match(i);
            if (tokens.type(i) == CLexer.LBRACK) {
                tagger.tagExpression(i + 1, close);
            }
            i = close + 1;
        }
        return i;
    }

    private int pointers(int start) {
        int i = start;
        while (true) {
            int type = tokens.type(i);
            if (type == CLexer.STAR || TokenKinds.isQualifier(type)) {
                i++;
            } else if (type == CLexer.ATTRIBUTE) {
                i = tokens.match(i + 1) + 1;
            } else if (type == CLexer.IDENTIFIER && i > start && !isDeclaredName(i, true)) {
                i = name(i, CLexer.MACRO_ATTRIBUTE);
            } else {
                return i;
            }
        }
    }

    private int attributes(int start) {
        int i = start;
        while (true) {
            int type = tokens.type(i);
            if (type == CLexer.ATTRIBUTE || type == CLexer.ASM) {
                i = tokens.match(i + 1) + 1;
            } else if (type == CLexer.IDENTIFIER) {
                i = name(i, CLexer.MACRO_ATTRIBUTE);
            } else {
                return i;
            }
        }
    }
}
