package org.btdetect.grammar.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The tokens of one text with their brackets matched, open to retagging and to markers between them. */
final class TokenBuffer {

    /** Deeper nesting than this is refused: the parser descends one Java frame set for each level. */
    private static final int DEEPEST = 200;

    private static final int NO_MATCH = -1;

    private final String source;
    private final CommonToken[] tokens;
    private final int[] match;
    private int[] markerPositions = new int[64];
    private int[] markerTypes = new int[64];
    private int markers;
    private final Set<String> variables;

    /**
     * @param source the text that the tokens were made from
     * @param variables names that are known to be variables, a function's parameters
     */
    TokenBuffer(String source, List<? extends Token> lexed, Collection<String> variables) {
        this.source = source;
        this.variables = new HashSet<>(variables);
        this.tokens = lexed.toArray(new CommonToken[0]);
        this.match = new int[tokens.length];
        Arrays.fill(match, NO_MATCH);
        matchBrackets();
    }

    private void matchBrackets() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.length; i++) {
            int type = tokens[i].getType();
            if (type == CLexer.LPAREN || type == CLexer.LBRACE || type == CLexer.LBRACK) {
                open.push(i);
                if (open.size() > DEEPEST) {
                    throw error(i, "brackets nested more than " + DEEPEST + " deep");
                }
            } else if (type == CLexer.RPAREN || type == CLexer.RBRACE || type == CLexer.RBRACK) {
                if (open.isEmpty() || tokens[open.peek()].getType() != type - 1) {
                    throw error(i, "unmatched '" + tokens[i].getText() + "'");
                }
                int start = open.pop();
                match[start] = i;
                match[i] = start;
            }
        }
        if (!open.isEmpty()) {
            throw error(open.peek(), "unclosed '" + tokens[open.peek()].getText() + "'");
        }
    }

    CSyntaxException error(int index, String message) {
        CommonToken token = tokens[Math.min(index, tokens.length - 1)];
        return new CSyntaxException(token.getLine(), token.getCharPositionInLine(), message);
    }

    int size() {
        return tokens.length;
    }

    /** The token's type, {@link Token#EOF} behind the last. */
    int type(int index) {
        return index < tokens.length ? tokens[index].getType() : Token.EOF;
    }

    /** The index of the bracket that belongs to the bracket at {@code index}. */
    int match(int index) {
        int partner = index < match.length ? match[index] : NO_MATCH;
        if (partner == NO_MATCH) {
            throw error(index, "expected a bracket");
        }
        return partner;
    }

    /** Remembers that the identifier is a variable's name. */
    void declare(int index) {
        variables.add(text(index));
    }

    boolean isVariable(int index) {
        return variables.contains(text(index));
    }

    void retag(int index, int type) {
        tokens[index].setType(type);
    }

    /** Puts a marker before the token at {@code index}; calls come in ascending order of index. */
    void mark(int index, int type) {
        if (markers == markerTypes.length) {
            markerTypes = Arrays.copyOf(markerTypes, markers * 2);
            markerPositions = Arrays.copyOf(markerPositions, markers * 2);
        }
        markerPositions[markers] = index;
        markerTypes[markers++] = type;
    }

    String text(int index) {
        CommonToken token = tokens[index];
        return source.substring(token.getStartIndex(), token.getStopIndex() + 1);
    }

    boolean onNewLine(int index) {
        return index < tokens.length && (index == 0 || tokens[index].getLine() > tokens[index - 1].getLine());
    }

    /** Whether the identifier is written in capitals, as macros are. */
    boolean isCapitals(int index) {
        CommonToken token = tokens[index];
        boolean letter = false;
        for (int at = token.getStartIndex(); at <= token.getStopIndex(); at++) {
            char c = source.charAt(at);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            letter |= c >= 'A' && c <= 'Z';
        }
        return letter && token.getStopIndex() > token.getStartIndex();
    }

    /** The first of two token types at bracket depth 0 in {@code [from, to)}, or {@code to}. */
    int find(int from, int to, int first, int second) {
        int i = from;
        while (i < to) {
            int type = type(i);
            if (type == first || type == second) {
                return i;
            }
            boolean opens = type == CLexer.LPAREN || type == CLexer.LBRACE || type == CLexer.LBRACK;
            i = opens ? match(i) + 1 : i + 1;
        }
        return to;
    }

    /** The tokens with the markers among them. */
    List<CommonToken> tagged() {
        List<CommonToken> result = new ArrayList<>(tokens.length + markers);
        int next = 0;
        for (int i = 0; i <= tokens.length; i++) {
            while (next < markers && markerPositions[next] <= i) {
                result.add(marker(markerTypes[next++], i));
            }
            if (i < tokens.length) {
                result.add(tokens[i]);
            }
        }
        return result;
    }

    private CommonToken marker(int type, int before) {
        CommonToken place = tokens[Math.min(before, tokens.length - 1)];
        CommonToken marker = new CommonToken(type, "");
        marker.setLine(place.getLine());
        marker.setCharPositionInLine(place.getCharPositionInLine());
        marker.setStartIndex(place.getStartIndex());
        marker.setStopIndex(place.getStartIndex() - 1);
        return marker;
    }
}
