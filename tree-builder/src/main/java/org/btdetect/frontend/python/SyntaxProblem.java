package org.btdetect.frontend.python;

import org.antlr.v4.runtime.Token;
import org.btdetect.program.Position;

/** What the grammar lets through and the language does not; ends the lowering of the file. */
final class SyntaxProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Position at;

    SyntaxProblem(Position at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    static SyntaxProblem unexpected(Token token) {
        return new SyntaxProblem(SourceText.at(token), unexpectedText(token));
    }

    static String unexpectedText(Token token) {
        return switch (token.getType()) {
            case Token.EOF -> "unexpected end of file";
            default -> "unexpected " + shown(token.getText());
        };
    }

    private static String shown(String text) {
        if (text.isBlank()) {
            return text.startsWith("\n") ? "end of line" : "indentation";
        }
        return "'" + text.lines().findFirst().orElse("") + "'";
    }

    Position at() {
        return at;
    }
}
