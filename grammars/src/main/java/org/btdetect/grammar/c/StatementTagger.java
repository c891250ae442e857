package org.btdetect.grammar.c;

import java.util.Locale;

/** Finds where statements begin, and which of them are declarations or macros standing for statements. */
final class StatementTagger {

    private final TokenBuffer tokens;
    private final CTokenTagger tagger;
    private final DeclarationTagger declarations;

    StatementTagger(TokenBuffer tokens, CTokenTagger tagger, DeclarationTagger declarations) {
        this.tokens = tokens;
        this.tagger = tagger;
        this.declarations = declarations;
    }

    /** Tags the block items in {@code [from, to)}. */
    void tagBlock(int from, int to) {
        int i = from;
        while (i < to) {
            i = statement(i, to);
        }
    }

    /** Tags one statement, or the head of a compound one; returns where the next begins. */
    private int statement(int i, int to) {
        switch (tokens.type(i)) {
            case CLexer.LBRACE:
                tagBlock(i + 1, tokens.match(i));
                return tokens.match(i) + 1;
            case CLexer.IF:
            case CLexer.WHILE:
            case CLexer.SWITCH:
                return condition(i);
            case CLexer.FOR:
                return forHead(i);
            case CLexer.CASE:
                return caseLabel(i, to);
            case CLexer.DEFAULT:
                return i + 2;
            case CLexer.ELSE:
            case CLexer.DO:
            case CLexer.SEMI:
                return i + 1;
            case CLexer.RETURN:
            case CLexer.GOTO:
                return expression(i + 1, to);
            case CLexer.BREAK:
            case CLexer.CONTINUE:
            case CLexer.ASM:
            case CLexer.STATIC_ASSERT:
                return tokens.find(i, to, CLexer.SEMI, CLexer.SEMI) + 1;
            case CLexer.IDENTIFIER:
                return named(i, to);
            default:
                return declarations.begins(i) ? declarations.tag(i, to) : expression(i, to);
        }
    }

    private int condition(int keyword) {
        int close = tokens.match(keyword + 1);
        tagger.tagExpression(keyword + 2, close);
        return close + 1;
    }

    private int forHead(int keyword) {
        int close = tokens.match(keyword + 1);
        int start = keyword + 2;
        int rest = declarations.begins(start) ? declarations.tag(start, close) : start;
        tagger.tagExpression(rest, close);
        return close + 1;
    }

    private int caseLabel(int keyword, int to) {
        int colon = tokens.find(keyword + 1, to, CLexer.COLON, CLexer.COLON);
        int question = tokens.find(keyword + 1, colon, CLexer.QUESTION, CLexer.QUESTION);
        if (question < colon) {
            colon = tokens.find(colon + 1, to, CLexer.COLON, CLexer.COLON);
        }
        tagger.tagExpression(keyword + 1, colon);
        return colon + 1;
    }

    private int expression(int from, int to) {
        int end = tokens.find(from, to, CLexer.SEMI, CLexer.SEMI);
        tagger.tagExpression(from, end);
        return end + 1;
    }

    private int named(int i, int to) {
        int next = tokens.type(i + 1);
        if (next == CLexer.COLON) {
            tokens.retag(i, CLexer.LABEL_NAME);
            return i + 2;
        }
        if (declarations.begins(i)) {
            return declarations.tag(i, to);
        }
        if (next == CLexer.LPAREN) {
            return invocation(i, to);
        }
        if (endsMacro(i + 1, i)) {
            tokens.mark(i, CLexer.BARE_MACRO);
            return i + 1;
        }
        return expression(i, to);
    }

    private int invocation(int i, int to) {
        int close = tokens.match(i + 1);
        if (tokens.type(close + 1) == CLexer.COLON) {
            tokens.mark(i, CLexer.MACRO_LABEL);
            tagger.tagArguments(i + 2, close);
            return close + 2;
        }
        boolean block = tokens.type(close + 1) == CLexer.LBRACE;
        if (!block && !endsMacro(close + 1, i)) {
            return expression(i, to);
        }
        boolean loop = isLoopName(tokens.text(i)) && tokens.type(close + 1) != CLexer.RBRACE;
        tokens.mark(i, block || loop ? CLexer.MACRO_BLOCK : CLexer.MACRO_STATEMENT);
        tagger.tagArguments(i + 2, close);
        return close + 1;
    }

    /** Whether the token at {@code i} cannot continue an expression, so that the macro at {@code macro} needs no semicolon. */
    private boolean endsMacro(int i, int macro) {
        int type = tokens.type(i);
        if (type == CLexer.IDENTIFIER
                || type == CLexer.LBRACE
                || type == CLexer.RBRACE
                || TokenKinds.isStatementKeyword(type)
                || TokenKinds.isSpecifier(type)) {
            return true;
        }
        boolean mayContinue = type == CLexer.STAR || type == CLexer.LPAREN || type == CLexer.INCREMENT;
        return mayContinue && tokens.onNewLine(i) && tokens.isCapitals(macro) && !tokens.onNewLine(macro + 1);
    }

    private static boolean isLoopName(String macro) {
        String name = macro.toLowerCase(Locale.ROOT);
        return name.contains("foreach") || name.contains("for_each");
    }
}
