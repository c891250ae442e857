package org.btdetect.grammar.python;

import static org.btdetect.grammar.python.PythonLexer.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/**
 * Types the words that are keywords in some places or versions of Python only: {@code print} and {@code exec} (statements of Python 2),
 * {@code nonlocal}, {@code async} and {@code await} (names until 3.7), {@code match}, {@code case}, {@code type}; and the parenthesis around
 * the items of a with statement.
 *
 * <p>Each is decided by its place in the logical line and by tokens that could not stand there otherwise. Where both readings are possible,
 * {@code print (x)} is a call.
 */
final class SoftKeywords {
    private final List<? extends WritableToken> tokens;
    private final Deque<Boolean> blocks = new ArrayDeque<>();
    private int depth;
    private int lambdas;
    private boolean inHeader;
    private boolean atStatement = true;
    private boolean matchAhead;
    private boolean asyncSeen;

    SoftKeywords(List<? extends WritableToken> tokens) {
        this.tokens = tokens;
    }

    void resolve() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean first = atStatement;
            atStatement = false;
            int type = type(i);
            if (type == NAME) {
                name(i, first);
            } else {
                token(i, type, first);
            }
        }
    }

    private void token(int i, int type, boolean first) {
        switch (type) {
            case LPAREN, LBRACKET, LBRACE -> depth++;
            case RPAREN, RBRACKET, RBRACE -> depth--;
            case NEWLINE -> newLine();
            case INDENT -> indent();
            case DEDENT -> dedent();
            case DOT -> attribute(i + 1);
            case SEMI -> separator(i, true);
            case COMMA -> separator(i, false);
            case COLON -> colon();
            case LAMBDA -> lambdas += depth == 0 ? 1 : 0;
            case WITH -> with(i);
            default -> {}
        }
        if (first && startsCompound(type)) {
            beginHeader();
        }
    }

    /** Jython lets any keyword name an attribute: {@code Signal.raise(number)}. */
    private void attribute(int i) {
        int type = type(i);
        retype(i, NAME, type >= AND && type <= YIELD && type != IMPORT);
    }

    private void newLine() {
        depth = 0;
        inHeader = false;
        atStatement = true;
    }

    private void indent() {
        blocks.push(matchAhead);
        matchAhead = false;
        atStatement = true;
    }

    private void dedent() {
        blocks.poll();
        atStatement = true;
    }

    /** No grammar rule looks for two separators in a row, so that each can take a trailing one. */
    private void separator(int i, boolean endsStatement) {
        if (type(i + 1) == type(i)) {
            tokens.get(i + 1).setType(UNKNOWN);
        }
        atStatement = endsStatement;
    }

    private void colon() {
        if (depth == 0 && inHeader) {
            if (lambdas > 0) {
                lambdas--;
            } else {
                inHeader = false;
                atStatement = true;
            }
        }
    }

    private void beginHeader() {
        inHeader = true;
        lambdas = 0;
    }

    private static boolean startsCompound(int type) {
        return switch (type) {
            case CLASS, DEF, ELIF, ELSE, EXCEPT, FINALLY, FOR, IF, TRY, WHILE, WITH -> true;
            default -> false;
        };
    }

    private void name(int i, boolean first) {
        Token token = tokens.get(i);
        int length = token.getStopIndex() - token.getStartIndex() + 1;
        if (length != 4 && length != 5 && length != 8) {
            return;
        }
        switch (token.getText()) {
            case "async" -> async(i, first);
            case "await" -> await(i);
            case "print" -> retype(i, PRINT, first && (startsOperand(i + 1) || type(i + 1) == RSHIFT));
            case "exec" -> retype(i, EXEC, first && startsOperand(i + 1));
            case "nonlocal" -> retype(i, NONLOCAL, first && type(i + 1) == NAME);
            case "type" -> retype(i, TYPE, first && isAlias(i));
            case "match" -> match(i, first);
            case "case" -> caseClause(i, first);
            default -> {}
        }
    }

    private void retype(int i, int type, boolean condition) {
        if (condition) {
            tokens.get(i).setType(type);
        }
    }

    private void async(int i, boolean first) {
        int next = type(i + 1);
        boolean keyword = first ? next == DEF || next == FOR || next == WITH : next == FOR && endsOperand(i - 1);
        retype(i, ASYNC, keyword);
        if (first && keyword) {
            beginHeader();
            asyncSeen |= next == DEF;
        }
    }

    /** Before a bracket, await could be a function of Python 2; it is the keyword once the file has a coroutine. */
    private void await(int i) {
        int before = i == 0 ? EOF : type(i - 1);
        int next = type(i + 1);
        boolean bracket = next == LPAREN || next == LBRACKET;
        boolean operand = bracket ? asyncSeen : startsOperand(i + 1) && next != MINUS && next != PLUS && next != NOT;
        retype(i, AWAIT, before != DOT && before != DEF && operand);
    }

    private boolean isAlias(int i) {
        return type(i + 1) == NAME && (type(i + 2) == ASSIGN || type(i + 2) == LBRACKET);
    }

    /** A match statement's line ends in a colon, and a case follows. */
    private void match(int i, boolean first) {
        if (!first || inHeader || type(i + 1) == COLON) {
            return;
        }
        int end = i;
        while (type(end) != NEWLINE && type(end) != EOF) {
            end++;
        }
        matchAhead = type(end - 1) == COLON && type(end + 1) == INDENT && isWord(end + 2, "case");
        retype(i, MATCH, matchAhead);
    }

    private void caseClause(int i, boolean first) {
        if (first && Boolean.TRUE.equals(blocks.peek()) && startsLine(i)) {
            retype(i, CASE, true);
            beginHeader();
        }
    }

    private boolean startsLine(int i) {
        int before = type(i - 1);
        return before == NEWLINE || before == INDENT || before == DEDENT;
    }

    private void with(int i) {
        if (type(i + 1) != LPAREN) {
            return;
        }
        boolean as = false;
        boolean comma = false;
        boolean generator = false;
        int open = 0;
        int at = i + 1;
        do {
            int type = type(at++);
            open += opens(type) - closes(type);
            as |= open == 1 && type == AS;
            comma |= open == 1 && type == COMMA;
            generator |= open == 1 && (type == FOR || type == YIELD);
        } while (open > 0 && type(at) != EOF);
        boolean items = as || comma && !generator;
        retype(i + 1, WITH_PAREN, items && type(at) == COLON);
        depth += type(i + 1) == WITH_PAREN ? 1 : 0;
    }

    private static int opens(int type) {
        return type == LPAREN || type == LBRACKET || type == LBRACE ? 1 : 0;
    }

    private static int closes(int type) {
        return type == RPAREN || type == RBRACKET || type == RBRACE ? 1 : 0;
    }

    /** Whether an operand starts here that could not go on from a name before it. */
    private boolean startsOperand(int i) {
        return switch (type(i)) {
            case NAME,
                    NUMBER,
                    STRING,
                    FSTRING_START,
                    LBRACKET,
                    LBRACE,
                    BACKQUOTE,
                    LAMBDA,
                    TILDE,
                    MINUS,
                    PLUS,
                    ELLIPSIS -> true;
            case NOT -> type(i + 1) != IN;
            default -> false;
        };
    }

    private boolean endsOperand(int i) {
        return switch (type(i)) {
            case NAME, NUMBER, STRING, FSTRING_END, RPAREN, RBRACKET, RBRACE, ELLIPSIS, BACKQUOTE -> true;
            default -> false;
        };
    }

    private boolean isWord(int i, String word) {
        return type(i) == NAME && tokens.get(i).getText().equals(word);
    }

    private int type(int i) {
        return tokens.get(Math.min(i, tokens.size() - 1)).getType();
    }
}
