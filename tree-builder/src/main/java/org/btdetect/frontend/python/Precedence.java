package org.btdetect.frontend.python;

import org.antlr.v4.runtime.Token;
import org.btdetect.grammar.python.PythonParser;
import org.btdetect.program.BinaryOperator;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.UnaryOperator;

/** Python's operators: how tightly they bind (language reference, 6.17), and what they are in the program model. */
final class Precedence {
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int ARITHMETIC = 5;
    static final int UNARY = 11;
    static final int POWER = 12;

    private Precedence() {}

    static int level(Token operator) {
        return switch (operator.getType()) {
            case PythonParser.OR -> OR;
            case PythonParser.AND -> AND;
            case PythonParser.NOT, PythonParser.IN, PythonParser.IS, PythonParser.COMPARE -> COMPARISON;
            default -> arithmeticLevel(binary(operator.getText()));
        };
    }

    private static int arithmeticLevel(BinaryOperator operator) {
        return switch (operator) {
            case BIT_OR -> ARITHMETIC;
            case BIT_XOR -> ARITHMETIC + 1;
            case BIT_AND -> ARITHMETIC + 2;
            case SHIFT_LEFT, SHIFT_RIGHT -> ARITHMETIC + 3;
            case ADD, SUBTRACT -> ARITHMETIC + 4;
            case POWER -> POWER;
            default -> ARITHMETIC + 5;
        };
    }

    static BinaryOperator binary(String text) {
        return switch (text) {
            case "+" -> BinaryOperator.ADD;
            case "-" -> BinaryOperator.SUBTRACT;
            case "*" -> BinaryOperator.MULTIPLY;
            case "@" -> BinaryOperator.MATRIX_MULTIPLY;
            case "/" -> BinaryOperator.DIVIDE;
            case "//" -> BinaryOperator.FLOOR_DIVIDE;
            case "%" -> BinaryOperator.MODULO;
            case "**" -> BinaryOperator.POWER;
            case "<<" -> BinaryOperator.SHIFT_LEFT;
            case ">>" -> BinaryOperator.SHIFT_RIGHT;
            case "&" -> BinaryOperator.BIT_AND;
            case "|" -> BinaryOperator.BIT_OR;
            case "^" -> BinaryOperator.BIT_XOR;
            default -> throw new IllegalArgumentException("no binary operator: " + text);
        };
    }

    static ComparisonOperator comparison(String text) {
        return switch (text) {
            case "==" -> ComparisonOperator.EQUAL;
            case "!=", "<>" -> ComparisonOperator.NOT_EQUAL;
            case "<" -> ComparisonOperator.LESS;
            case "<=" -> ComparisonOperator.LESS_EQUAL;
            case ">" -> ComparisonOperator.GREATER;
            case ">=" -> ComparisonOperator.GREATER_EQUAL;
            default -> throw new IllegalArgumentException("no comparison: " + text);
        };
    }

    static UnaryOperator unary(int token) {
        return switch (token) {
            case PythonParser.MINUS -> UnaryOperator.MINUS;
            case PythonParser.PLUS -> UnaryOperator.PLUS;
            case PythonParser.TILDE -> UnaryOperator.INVERT;
            default -> throw new IllegalArgumentException("no prefix: " + token);
        };
    }
}
