package org.btdetect.program;

/** How tightly an expression's outermost operator binds; greater binds tighter. */
final class Precedence {

    static final int COMMA = 0;
    static final int ASSIGNMENT = 1;
    static final int CONDITIONAL = 2;
    static final int UNARY = 14;
    static final int POSTFIX = 15;

    private Precedence() {}

    static int of(Language language, Expression expression) {
        boolean python = language == Language.PYTHON;
        if (expression instanceof Expression.Binary binary) {
            return ofBinary(python, binary.operator());
        }
        if (expression instanceof Expression.Comparison comparison) {
            return python ? 6 : ofComparison(comparison.steps().get(0).operator());
        }
        if (expression instanceof Expression.Logical logical) {
            return logical.conjunction() ? 4 : 3;
        }
        if (expression instanceof Expression.Unary unary) {
            return python && unary.operator() == UnaryOperator.NOT ? 5 : UNARY;
        }
        if (expression instanceof Expression.Conditional || expression instanceof Expression.Lambda) {
            return CONDITIONAL;
        }
        if (expression instanceof Expression.Assignment || expression instanceof Expression.Suspension) {
            return ASSIGNMENT;
        }
        return expression instanceof Expression.Cast ? UNARY : POSTFIX;
    }

    private static int ofComparison(ComparisonOperator operator) {
        return operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL ? 8 : 9;
    }

    private static int ofBinary(boolean python, BinaryOperator operator) {
        return switch (operator) {
            case COMMA -> COMMA;
            case BIT_OR -> python ? 7 : 5;
            case BIT_XOR -> python ? 8 : 6;
            case BIT_AND -> python ? 9 : 7;
            case SHIFT_LEFT, SHIFT_RIGHT -> 10;
            case ADD, SUBTRACT -> 11;
            case MULTIPLY, MATRIX_MULTIPLY, DIVIDE, FLOOR_DIVIDE, MODULO -> 12;
            case POWER -> 13;
        };
    }
}
