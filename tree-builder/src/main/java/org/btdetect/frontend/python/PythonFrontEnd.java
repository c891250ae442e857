package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.btdetect.grammar.python.PythonLexer;
import org.btdetect.grammar.python.PythonParser;
import org.btdetect.grammar.python.PythonTokens;
import org.btdetect.program.Block;
import org.btdetect.program.Language;
import org.btdetect.program.Module;
import org.btdetect.program.Position;
import org.btdetect.program.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Python file of any version from 2.7 on into the program model; safe for use by several threads.
 *
 * <p>Never throws on any input: a file that is not Python yields a module with an empty body and the first problem.
 */
public final class PythonFrontEnd {

    /** Reads a file's bytes: decoded as their byte order mark or coding comment tells, see {@link PythonSource}. */
    public Module parse(String file, byte[] bytes) {
        return parse(file, PythonSource.decode(bytes));
    }

    /** Reads a file's text. */
    public Module parse(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        PythonLexer lexer = new PythonLexer(CharStreams.fromString(PythonSource.normalise(text), file));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new Complaints(file, problems));
        PythonTokens tokens = PythonTokens.of(lexer);
        Block body = problems.isEmpty() ? body(file, tokens, problems) : Block.EMPTY;
        return new Module(file, Language.PYTHON, body, problems);
    }

    private static Block body(String file, PythonTokens tokens, List<Problem> problems) {
        PythonParser parser = new PythonParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        try {
            return new Lowering(tokens).compoundStatements().module(parser.module());
        } catch (ParseCancellationException failure) {
            problems.add(problem(file, failure, parser.getCurrentToken()));
        } catch (SyntaxProblem problem) {
            problems.add(new Problem(file, problem.at(), String.valueOf(problem.getMessage())));
        }
        return Block.EMPTY;
    }

    private static Problem problem(String file, ParseCancellationException failure, Token current) {
        if (failure.getCause() instanceof RecognitionException syntax) {
            Token offending = syntax.getOffendingToken();
            return new Problem(file, SourceText.at(offending), SyntaxProblem.unexpectedText(offending));
        }
        return new Problem(file, SourceText.at(current), String.valueOf(failure.getMessage()));
    }

    /** Takes the first complaint of the lexer; the others mostly follow from it. */
    private static final class Complaints extends BaseErrorListener {
        private final String file;
        private final List<Problem> problems;

        private Complaints(String file, List<Problem> problems) {
            this.file = file;
            this.problems = problems;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> lexer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            if (problems.isEmpty()) {
                problems.add(new Problem(file, new Position(line, column + 1), message));
            }
        }
    }
}
