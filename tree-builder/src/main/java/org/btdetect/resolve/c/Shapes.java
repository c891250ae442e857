package org.btdetect.resolve.c;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.program.Block;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.program.UnaryOperator;

/** Shapes of C text that mean something by convention. */
final class Shapes {

    private Shapes() {}

    /** Whether a condition asks if a call failed: {@code f() < 0}, {@code (rc = f()) < 0}, {@code !(p = f())}, {@code !p}. */
    static boolean asksForFailure(Expression test) {
        if (test instanceof Expression.Comparison comparison
                && comparison.steps().size() == 1) {
            ComparisonOperator operator = comparison.steps().get(0).operator();
            Expression operand = comparison.steps().get(0).operand();
            return operator == ComparisonOperator.LESS && isNumber(operand, 0)
                    || operator == ComparisonOperator.LESS_EQUAL && isNumber(operand, -1)
                    || operator == ComparisonOperator.EQUAL && (isNumber(operand, -1) || isNull(operand))
                    || operator == ComparisonOperator.NOT_EQUAL
                            && isNumber(operand, 0)
                            && call(comparison.first()).isPresent();
        }
        if (test instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            return call(unary.operand()).isPresent();
        }
        if (test instanceof Expression.Logical logical) {
            return logical.conjunction()
                    ? logical.operands().stream().anyMatch(Shapes::asksForFailure)
                    : logical.operands().stream().allMatch(Shapes::asksForFailure);
        }
        return false;
    }

    /** Whether what a test says when true is that an integer result is negative: its branch handles an error. */
    static boolean asksForNegative(Expression test) {
        if (test instanceof Expression.Logical logical) {
            return logical.operands().stream().allMatch(Shapes::asksForNegative)
                    || logical.conjunction() && logical.operands().stream().anyMatch(Shapes::asksForNegative);
        }
        return test instanceof Expression.Comparison comparison
                && comparison.steps().size() == 1
                && (comparison.steps().get(0).operator() == ComparisonOperator.LESS
                                && isNumber(comparison.steps().get(0).operand(), 0)
                        || comparison.steps().get(0).operator() == ComparisonOperator.EQUAL
                                && isNumber(comparison.steps().get(0).operand(), -1));
    }

    private static Optional<Expression> call(Expression expression) {
        Expression value = expression instanceof Expression.Assignment assignment ? assignment.value() : expression;
        return value instanceof Expression.Call ? Optional.of(value) : Optional.empty();
    }

    static boolean isNull(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof Constant.None
                || expression instanceof Expression.Name name && name.id().equals("NULL");
    }

    static boolean isNumber(Expression expression, long value) {
        if (expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.MINUS) {
            return isNumber(unary.operand(), -value);
        }
        return expression instanceof Expression.Literal literal
                && literal.value() instanceof Constant.Whole whole
                && whole.value().longValue() == value;
    }

    /** The variables that a piece of code may change. */
    static Set<String> assigned(Block block) {
        Set<String> names = new TreeSet<>();
        Subexpressions.of(block, statement -> declared(statement, names), expression -> changed(expression, names));
        return names;
    }

    static Set<String> assigned(Expression expression) {
        Set<String> names = new TreeSet<>();
        Subexpressions.of(expression, statement -> declared(statement, names), part -> changed(part, names));
        return names;
    }

    private static void declared(Statement statement, Set<String> names) {
        if (statement instanceof Statement.Assign assign) {
            assign.targets().forEach(target -> root(target).ifPresent(names::add));
        } else if (statement instanceof Statement.AugmentedAssign assign) {
            root(assign.target()).ifPresent(names::add);
        } else if (statement instanceof Statement.Declaration declaration) {
            names.add(declaration.name());
        }
    }

    private static void changed(Expression expression, Set<String> names) {
        if (expression instanceof Expression.Assignment assignment) {
            root(assignment.target()).ifPresent(names::add);
        } else if (expression instanceof Expression.Unary unary
                && (unary.operator() == UnaryOperator.INCREMENT
                        || unary.operator() == UnaryOperator.DECREMENT
                        || unary.operator() == UnaryOperator.ADDRESS)) {
            root(unary.operand()).ifPresent(names::add);
        } else if (expression instanceof Expression.Opaque opaque) {
            opaque.parts().forEach(part -> root(part).ifPresent(names::add));
        }
    }

    /** The variable that an assignment to an expression changes. */
    static Optional<String> root(Expression target) {
        if (target instanceof Expression.Name name) {
            return Optional.of(name.id());
        }
        if (target instanceof Expression.Attribute attribute && !attribute.indirect()) {
            return root(attribute.target());
        }
        if (target instanceof Expression.Subscript subscript) {
            return root(subscript.target());
        }
        return Optional.empty();
    }
}
