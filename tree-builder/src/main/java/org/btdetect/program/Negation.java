package org.btdetect.program;

import java.util.List;

/** The negation of a test, written as a programmer would: {@code a != b} rather than {@code !(a == b)}. */
public final class Negation {

    private Negation() {}

    /** Returns the test that holds where the given one does not. */
    public static Expression of(Language language, Expression test) {
        if (test instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            return unary.operand();
        }
        if (test instanceof Expression.Comparison comparison
                && comparison.steps().size() == 1
                && isOpposable(language, comparison.steps().get(0).operator())) {
            Expression.Step step = comparison.steps().get(0);
            Expression.Step opposite = new Expression.Step(opposite(step.operator()), step.operand());
            return new Expression.Comparison(comparison.at(), comparison.first(), List.of(opposite));
        }
        return new Expression.Unary(test.at(), UnaryOperator.NOT, test);
    }

    /** In Python neither of two values need be the lesser one. */
    private static boolean isOpposable(Language language, ComparisonOperator operator) {
        return language == Language.C
                || switch (operator) {
                    case EQUAL, NOT_EQUAL, IN, NOT_IN, IS, IS_NOT -> true;
                    case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> false;
                };
    }

    private static ComparisonOperator opposite(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> ComparisonOperator.NOT_EQUAL;
            case NOT_EQUAL -> ComparisonOperator.EQUAL;
            case LESS -> ComparisonOperator.GREATER_EQUAL;
            case LESS_EQUAL -> ComparisonOperator.GREATER;
            case GREATER -> ComparisonOperator.LESS_EQUAL;
            case GREATER_EQUAL -> ComparisonOperator.LESS;
            case IN -> ComparisonOperator.NOT_IN;
            case NOT_IN -> ComparisonOperator.IN;
            case IS -> ComparisonOperator.IS_NOT;
            case IS_NOT -> ComparisonOperator.IS;
        };
    }
}
