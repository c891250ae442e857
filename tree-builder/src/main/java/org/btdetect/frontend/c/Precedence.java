package org.btdetect.frontend.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.Expression;

/** Builds the tree of a flat list of operands and binary operators by precedence climbing. */
final class Precedence {

    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("|", 3),
            Map.entry("^", 4),
            Map.entry("&", 5),
            Map.entry("==", 6),
            Map.entry("!=", 6),
            Map.entry("<", 7),
            Map.entry(">", 7),
            Map.entry("<=", 7),
            Map.entry(">=", 7),
            Map.entry("<<", 8),
            Map.entry(">>", 8),
            Map.entry("+", 9),
            Map.entry("-", 9),
            Map.entry("*", 10),
            Map.entry("/", 10),
            Map.entry("%", 10));

    private static final Map<String, BinaryOperator> ARITHMETIC = Map.of(
            "|", BinaryOperator.BIT_OR,
            "^", BinaryOperator.BIT_XOR,
            "&", BinaryOperator.BIT_AND,
            "<<", BinaryOperator.SHIFT_LEFT,
            ">>", BinaryOperator.SHIFT_RIGHT,
            "+", BinaryOperator.ADD,
            "-", BinaryOperator.SUBTRACT,
            "*", BinaryOperator.MULTIPLY,
            "/", BinaryOperator.DIVIDE,
            "%", BinaryOperator.MODULO);

    private static final Map<String, ComparisonOperator> COMPARISONS = Map.of(
            "==", ComparisonOperator.EQUAL,
            "!=", ComparisonOperator.NOT_EQUAL,
            "<", ComparisonOperator.LESS,
            ">", ComparisonOperator.GREATER,
            "<=", ComparisonOperator.LESS_EQUAL,
            ">=", ComparisonOperator.GREATER_EQUAL);

    private final List<Expression> operands;
    private final List<String> operators;
    private int next;

    /**
     * @param operands one more than {@code operators}
     */
    Precedence(List<Expression> operands, List<String> operators) {
        this.operands = operands;
        this.operators = operators;
    }

    Expression expression() {
        return climb(1);
    }

    private Expression climb(int lowest) {
        Expression left = operands.get(next);
        while (next < operators.size() && level(operators.get(next)) >= lowest) {
            String operator = operators.get(next++);
            left = join(operator, left, climb(level(operator) + 1));
        }
        return left;
    }

    private static int level(String operator) {
        return Objects.requireNonNull(LEVELS.get(operator), operator);
    }

    private static Expression join(String operator, Expression left, Expression right) {
        if (operator.equals("&&") || operator.equals("||")) {
            return logical(operator.equals("&&"), left, right);
        }
        ComparisonOperator comparison = COMPARISONS.get(operator);
        if (comparison != null) {
            return new Expression.Comparison(left.at(), left, List.of(new Expression.Step(comparison, right)));
        }
        return new Expression.Binary(
                left.at(), Objects.requireNonNull(ARITHMETIC.get(operator), operator), left, right);
    }

    private static Expression logical(boolean conjunction, Expression left, Expression right) {
        List<Expression> operands = new ArrayList<>();
        if (left instanceof Expression.Logical && ((Expression.Logical) left).conjunction() == conjunction) {
            operands.addAll(((Expression.Logical) left).operands());
        } else {
            operands.add(left);
        }
        operands.add(right);
        return new Expression.Logical(left.at(), conjunction, operands);
    }
}
