package org.btdetect.resolve.c;

import java.util.SortedSet;
import java.util.TreeSet;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.Expression;
import org.btdetect.program.UnaryOperator;

/** What a condition's outcome says of the variables in it. */
final class Refinement {

    private final Constants constants;
    private final Frame frame;

    Refinement(Constants constants, Frame frame) {
        this.constants = constants;
        this.frame = frame;
    }

    /** Restricts the environment to states in which the test has the outcome; kills it where there are none. */
    void assume(Expression test, boolean outcome, Environment environment) {
        if (!environment.isAlive()) {
            return;
        }
        if (test instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            assume(unary.operand(), !outcome, environment);
        } else if (test instanceof Expression.Logical logical) {
            if (logical.conjunction() == outcome) {
                logical.operands().forEach(operand -> assume(operand, outcome, environment));
            }
        } else if (test instanceof Expression.Comparison comparison
                && comparison.steps().size() == 1) {
            compare(comparison, outcome, environment);
        } else {
            truth(test, outcome, environment);
        }
    }

    private void truth(Expression test, boolean outcome, Environment environment) {
        String variable = variable(test);
        if (variable.isEmpty()) {
            return;
        }
        CValue known = environment.get(variable);
        if (known.isUnknown()) {
            if (!outcome) {
                environment.set(variable, CValue.number(0));
            }
            return;
        }
        keep(variable, known, environment, atom -> atom.truth() != Truth.of(!outcome));
    }

    private void compare(Expression.Comparison comparison, boolean outcome, Environment environment) {
        String variable = variable(comparison.first());
        CValue bound = constant(comparison.steps().get(0).operand());
        if (variable.isEmpty() || bound.atoms().size() != 1) {
            return;
        }
        ComparisonOperator operator = comparison.steps().get(0).operator();
        CValue known = environment.get(variable);
        if (known instanceof CValue.Known) {
            keep(
                    variable,
                    known,
                    environment,
                    atom -> Arithmetic.compare(operator, CValue.of(atom), bound) != Truth.of(!outcome));
        } else if (operator == ComparisonOperator.EQUAL && outcome
                || operator == ComparisonOperator.NOT_EQUAL && !outcome) {
            environment.set(variable, bound);
        } else if (operator == ComparisonOperator.LESS && outcome && bound.equals(CValue.number(0))) {
            environment.set(variable, CValue.number(-1));
        }
    }

    private static void keep(
            String variable, CValue known, Environment environment, java.util.function.Predicate<Atom> possible) {
        SortedSet<Atom> left = new TreeSet<>(known.atoms());
        if (left.isEmpty()) {
            return;
        }
        left.removeIf(possible.negate());
        if (left.isEmpty()) {
            environment.kill();
        } else {
            environment.set(variable, CValue.of(left));
        }
    }

    /** The local variable that an expression is or assigns; empty for anything else. */
    private String variable(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return frame.types.containsKey(name.id()) ? name.id() : "";
        }
        return expression instanceof Expression.Assignment assignment
                        && assignment.operator().isEmpty()
                        && assignment.target() instanceof Expression.Name
                ? variable(assignment.target())
                : "";
    }

    private CValue constant(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return Constants.literal(literal.value());
        }
        if (expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.MINUS) {
            return Arithmetic.negate(constant(unary.operand()));
        }
        if (expression instanceof Expression.Name name) {
            CValue library = LibraryModels.constant(name.id());
            return library.isUnknown() ? constants.named(name.id(), frame.definition.file()) : library;
        }
        return CValue.UNKNOWN;
    }
}
