package org.btdetect.frontend.c;

import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.c.CLexer;
import org.btdetect.grammar.c.CParser;
import org.btdetect.grammar.c.CSyntaxException;
import org.btdetect.grammar.c.CTokenTagger;
import org.btdetect.program.Position;

/** A piece of C that is parsed on its own; positions are those in the file that it stands in. */
final class CText {

    private final String text;
    private final List<String> variables;
    private final int line;
    private final int column;

    /**
     * @param text the piece, directives and dropped branches blanked
     * @param at where the piece begins in its file
     * @param variables names that are known to be variables
     */
    CText(String text, Position at, List<String> variables) {
        this.text = text;
        this.variables = List.copyOf(variables);
        this.line = at.line();
        this.column = at.column() - 1;
    }

    CParser.FunctionBodyContext functionBody() {
        return parse(CTokenTagger::statements, CParser::functionBody);
    }

    CParser.StatementsContext statements() {
        return parse(CTokenTagger::statements, CParser::statements);
    }

    CParser.ExpressionContext expression() {
        return parse(CTokenTagger::expression, CParser::soleExpression).expression();
    }

    CParser.DeclarationContext declaration() {
        return parse(CTokenTagger::declaration, CParser::soleDeclaration).declaration();
    }

    /** Parses by SLL prediction; LL would find no more, as all decisions but the dangling else are made on one token. */
    private <T> T parse(Function<CTokenTagger, List<CommonToken>> tagging, Function<CParser, T> rule) {
        List<CommonToken> tokens = tagging.apply(new CTokenTagger(text, lex(), variables));
        CParser parser = new CParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal());
        return rule.apply(parser);
    }

    private List<? extends Token> lex() {
        CLexer lexer = new CLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.getInterpreter().setLine(line);
        lexer.getInterpreter().setCharPositionInLine(column);
        return lexer.getAllTokens();
    }

    /** The text of a tree as written, white space folded to single spaces. */
    String of(ParserRuleContext tree) {
        return between(tree.getStart(), tree.getStop());
    }

    /** The text from one token to another, both included, white space folded. */
    String between(Token first, Token last) {
        if (last == null || last.getStopIndex() < first.getStartIndex()) {
            return "";
        }
        return fold(text.substring(first.getStartIndex(), last.getStopIndex() + 1));
    }

    /** The text from one token up to another, which is not included, white space folded. */
    String before(Token first, Token end) {
        return fold(text.substring(first.getStartIndex(), end.getStartIndex()).stripTrailing());
    }

    private static String fold(String written) {
        boolean plain = written.indexOf('\n') < 0 && written.indexOf('\t') < 0 && !written.contains("  ");
        return plain ? written : written.replaceAll("\\s+", " ");
    }

    static Position at(ParserRuleContext tree) {
        return at(tree.getStart());
    }

    static Position at(Token token) {
        return new Position(token.getLine(), token.getCharPositionInLine() + 1);
    }

    /** Whether the child at {@code index} is a token of the type. */
    static boolean isToken(ParseTree tree, int type) {
        return tree instanceof TerminalNode && ((TerminalNode) tree).getSymbol().getType() == type;
    }

    /** Turns the parser's first complaint into an exception. */
    private static final class Refusal extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException cause) {
            throw new CSyntaxException(line, column, message);
        }
    }
}
