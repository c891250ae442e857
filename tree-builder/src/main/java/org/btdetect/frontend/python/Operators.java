package org.btdetect.frontend.python;

import static org.btdetect.frontend.python.Precedence.AND;
import static org.btdetect.frontend.python.Precedence.ARITHMETIC;
import static org.btdetect.frontend.python.Precedence.COMPARISON;
import static org.btdetect.frontend.python.Precedence.NOT;
import static org.btdetect.frontend.python.Precedence.OR;
import static org.btdetect.frontend.python.Precedence.POWER;
import static org.btdetect.frontend.python.Precedence.UNARY;
import static org.btdetect.frontend.python.Precedence.level;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.btdetect.grammar.python.PythonParser;
import org.btdetect.grammar.python.PythonParser.PrimaryContext;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.UnaryOperator;

/** Precedence climbing over the flat list of prefixes, operands and operators that the grammar yields. */
final class Operators {
    /** Consumers walk expressions by recursion. */
    private static final int MAX_DEPTH = 1000;

    private final Primaries primaries;
    private final List<ParseTree> parts;
    private int next;
    private int depth;

    private Operators(Primaries primaries, List<ParseTree> parts) {
        this.primaries = primaries;
        this.parts = parts;
    }

    static Expression lower(Primaries primaries, ParserRuleContext flat) {
        if (flat.children.size() == 1) {
            return primaries.primary((PrimaryContext) flat.children.get(0));
        }
        return new Operators(primaries, flat.children).operation(OR);
    }

    private Expression operation(int minimum) {
        descend();
        Position at = SourceText.at(token(next));
        Expression left = prefixed(minimum);
        int climbed = 0;
        while (next < parts.size()) {
            int level = level(token(next));
            if (level < minimum) {
                break;
            }
            depth++;
            climbed++;
            left = infix(at, left, level);
        }
        depth -= climbed + 1;
        return left;
    }

    private void descend() {
        if (++depth > MAX_DEPTH) {
            throw new SyntaxProblem(SourceText.at(token(next)), "expression nested too deeply");
        }
    }

    private Expression infix(Position at, Expression left, int level) {
        if (depth > MAX_DEPTH) {
            descend();
        }
        return switch (level) {
            case OR, AND -> logical(at, left, level);
            case COMPARISON -> comparison(at, left);
            default -> binary(at, left, level);
        };
    }

    private Expression logical(Position at, Expression first, int level) {
        List<Expression> operands = new ArrayList<>(4);
        operands.add(first);
        while (next < parts.size() && level(token(next)) == level) {
            next++;
            operands.add(operation(level + 1));
        }
        return new Expression.Logical(at, level == AND, operands);
    }

    private Expression comparison(Position at, Expression first) {
        List<Expression.Step> steps = new ArrayList<>(1);
        while (next < parts.size() && level(token(next)) == COMPARISON) {
            steps.add(new Expression.Step(comparisonOperator(), operation(ARITHMETIC)));
        }
        return new Expression.Comparison(at, first, steps);
    }

    private ComparisonOperator comparisonOperator() {
        Token token = token(next++);
        switch (token.getType()) {
            case PythonParser.IN:
                return ComparisonOperator.IN;
            case PythonParser.NOT:
                next++;
                return ComparisonOperator.NOT_IN;
            case PythonParser.IS:
                boolean negated = token(next).getType() == PythonParser.NOT;
                next += negated ? 1 : 0;
                return negated ? ComparisonOperator.IS_NOT : ComparisonOperator.IS;
            default:
                return Precedence.comparison(token.getText());
        }
    }

    private Expression binary(Position at, Expression left, int level) {
        BinaryOperator operator = Precedence.binary(token(next++).getText());
        Expression right = operation(level == POWER ? UNARY : level + 1);
        return new Expression.Binary(at, operator, left, right);
    }

    private Expression prefixed(int minimum) {
        if (parts.get(next) instanceof PrimaryContext primary) {
            next++;
            return primaries.primary(primary);
        }
        Token prefix = token(next++);
        Position at = SourceText.at(prefix);
        return switch (prefix.getType()) {
            case PythonParser.AWAIT -> awaited(at);
            case PythonParser.NOT -> {
                if (minimum > NOT) {
                    throw SyntaxProblem.unexpected(prefix);
                }
                yield new Expression.Unary(at, UnaryOperator.NOT, operation(NOT));
            }
            default -> new Expression.Unary(at, Precedence.unary(prefix.getType()), operation(UNARY));
        };
    }

    private Expression awaited(Position at) {
        if (!(parts.get(next) instanceof PrimaryContext)) {
            throw SyntaxProblem.unexpected(token(next));
        }
        return new Expression.Suspension(at, Expression.SuspensionKind.AWAIT, Optional.of(prefixed(POWER)));
    }

    private Token token(int index) {
        ParseTree part = parts.get(index);
        return part instanceof TerminalNode terminal ? terminal.getSymbol() : ((ParserRuleContext) part).getStart();
    }
}
