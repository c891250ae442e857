package org.btdetect.frontend.python;

import org.antlr.v4.runtime.Token;
import org.btdetect.grammar.python.PythonParser;
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
        if (token.getStartIndex() >= token.getInputStream().size()) {
            return "unexpected end of file";
        }
        return switch (token.getType()) {
            case PythonParser.NEWLINE -> "unexpected end of line";
            case PythonParser.INDENT, PythonParser.DEDENT -> "unexpected indentation";
            case PythonParser.UNKNOWN -> unknown(token.getText());
            default -> "unexpected '" + token.getText().lines().findFirst().orElse("") + "'";
        };
    }

    private static String unknown(String text) {
        return switch (text) {
            case "'", "\"" -> "string literal is never closed";
            case "\n" -> "unexpected end of line";
            default -> "unexpected '" + text + "'";
        };
    }

    Position at() {
        return at;
    }
}
