package org.btdetect.grammar.c;

/** Which token types begin or end what, as far as the tagger needs it. */
final class TokenKinds {

    private TokenKinds() {}

    /** Storage classes, function specifiers and qualifiers: they say nothing about the type's name. */
    static boolean isModifier(int type) {
        return (type >= CLexer.AUTO && type <= CLexer.ATOMIC) || type == CLexer.EXTENSION;
    }

    static boolean isQualifier(int type) {
        return type >= CLexer.CONST && type <= CLexer.ATOMIC;
    }

    /** Keywords that make the text that they begin a declaration (or the name of a type). */
    static boolean isSpecifier(int type) {
        return (type >= CLexer.AUTO && type <= CLexer.ALIGNAS) || type == CLexer.ATTRIBUTE;
    }

    /** Keywords that name a type themselves. */
    static boolean isTypeKeyword(int type) {
        return type >= CLexer.BASIC_TYPE && type <= CLexer.TYPEOF;
    }

    /** Keywords that begin a statement. */
    static boolean isStatementKeyword(int type) {
        return type >= CLexer.BREAK && type <= CLexer.WHILE;
    }

    /** Tokens after which an expression is complete. */
    static boolean endsOperand(int type) {
        return type == CLexer.IDENTIFIER
                || type == CLexer.NUMBER
                || type == CLexer.CHARACTER
                || type == CLexer.STRING
                || type == CLexer.RPAREN
                || type == CLexer.RBRACK
                || type == CLexer.RBRACE
                || type == CLexer.INCREMENT;
    }

    /** Tokens that can only stand where an operand begins, never behind one. */
    static boolean beginsOperandOnly(int type) {
        return type == CLexer.IDENTIFIER
                || type == CLexer.NUMBER
                || type == CLexer.CHARACTER
                || type == CLexer.STRING
                || type == CLexer.LBRACE
                || type == CLexer.BANG_TILDE
                || type == CLexer.SIZEOF
                || type == CLexer.ALIGNOF
                || type == CLexer.GENERIC;
    }

    /** Operators that need an operand on their left. */
    static boolean isInfixOnly(int type) {
        return type == CLexer.BINARY
                || type == CLexer.ARROW
                || type == CLexer.DOT
                || type == CLexer.ASSIGN
                || type == CLexer.COMPOUND_ASSIGN
                || type == CLexer.QUESTION
                || type == CLexer.COLON
                || type == CLexer.ELLIPSIS;
    }

    /** What may follow the name that a declarator declares. */
    static boolean endsDeclarator(int type) {
        return type == CLexer.ASSIGN
                || type == CLexer.SEMI
                || type == CLexer.COMMA
                || type == CLexer.LBRACK
                || type == CLexer.COLON
                || type == CLexer.RPAREN
                || type == CLexer.ATTRIBUTE
                || type == CLexer.ASM
                || type == CLexer.EOF;
    }
}
