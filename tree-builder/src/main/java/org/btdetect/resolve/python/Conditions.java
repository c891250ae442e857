package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.btdetect.program.ComparisonOperator;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.UnaryOperator;

/** Tests: whether the values decide them, and what a branch may assume of the variables that the test names. */
final class Conditions {

    /** What is known of a test. */
    enum Verdict {
        TRUE,
        FALSE,
        UNDECIDED
    }

    private final Interpreter interpreter;

    Conditions(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Verdict verdict(Value value) {
        boolean mayHold = false;
        boolean mayFail = false;
        for (Atom atom : value.atoms()) {
            Verdict one = verdict(atom);
            mayHold |= one != Verdict.FALSE;
            mayFail |= one != Verdict.TRUE;
        }
        return mayHold == mayFail ? Verdict.UNDECIDED : mayHold ? Verdict.TRUE : Verdict.FALSE;
    }

    Verdict verdict(Atom atom) {
        if (atom instanceof Atom.Const constant) {
            return Constants.isTrue(constant.value()) ? Verdict.TRUE : Verdict.FALSE;
        }
        if (atom instanceof Atom.Tuple tuple) {
            return tuple.elements().isEmpty() ? Verdict.FALSE : Verdict.TRUE;
        }
        if (atom instanceof Atom.Dictionary dictionary) {
            return dictionary.known().isEmpty() && dictionary.rest().isNothing() ? Verdict.FALSE : Verdict.UNDECIDED;
        }
        if (atom instanceof Atom.Instance instance) {
            return hasTruthMethod(instance) ? Verdict.UNDECIDED : Verdict.TRUE;
        }
        boolean open = atom instanceof Atom.Unknown
                || atom instanceof Atom.Data
                || atom instanceof Atom.External
                || atom instanceof Atom.Elements;
        return open ? Verdict.UNDECIDED : Verdict.TRUE;
    }

    private boolean hasTruthMethod(Atom.Instance instance) {
        boolean own = List.of("__bool__", "__nonzero__", "__len__").stream()
                .anyMatch(name -> interpreter
                        .classes()
                        .member(instance.type(), Optional.empty(), name)
                        .isPresent());
        return own || interpreter.modelledElement(instance).isPresent();
    }

    /** Narrows the state to what holds where the test has the given truth. */
    void assume(Frame frame, Expression test, boolean truth) {
        if (test instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            assume(frame, unary.operand(), !truth);
        } else if (test instanceof Expression.Logical logical) {
            if (logical.conjunction() == truth) {
                logical.operands().forEach(operand -> assume(frame, operand, truth));
            }
        } else if (test instanceof Expression.Name name) {
            narrow(frame, name, value -> value.filter(atom -> verdict(atom) != (truth ? Verdict.FALSE : Verdict.TRUE)));
        } else if (test instanceof Expression.Comparison comparison
                && comparison.steps().size() == 1
                && comparison.first() instanceof Expression.Name name) {
            Expression.Step step = comparison.steps().get(0);
            assume(frame, name, step.operator(), step.operand(), truth);
        } else if (test instanceof Expression.Call call) {
            assumeInstance(frame, call, truth);
        } else if (test instanceof Expression.Assignment assignment
                && assignment.target() instanceof Expression.Name name) {
            assume(frame, name, truth);
        }
    }

    private void assume(
            Frame frame, Expression.Name name, ComparisonOperator operator, Expression operand, boolean truth) {
        Value other = frame.silently(() -> interpreter.expressions(frame).evaluate(operand));
        boolean positive = switch (operator) {
            case EQUAL, IS, IN -> truth;
            case NOT_EQUAL, IS_NOT, NOT_IN -> !truth;
            default -> truth;
        };
        if (operator == ComparisonOperator.IN || operator == ComparisonOperator.NOT_IN) {
            narrow(frame, name, value -> among(value, candidates(other), positive));
        } else if (isEquality(operator)) {
            narrow(frame, name, value -> equalTo(value, other, positive));
        }
    }

    private static boolean isEquality(ComparisonOperator operator) {
        return operator == ComparisonOperator.EQUAL
                || operator == ComparisonOperator.NOT_EQUAL
                || operator == ComparisonOperator.IS
                || operator == ComparisonOperator.IS_NOT;
    }

    /** The constants of a literal collection; empty where any element is not constant. */
    private static Value candidates(Value collection) {
        Optional<Atom.Tuple> tuple = collection.single(Atom.Tuple.class);
        if (tuple.isEmpty()) {
            return Value.NOTHING;
        }
        Value all = tuple.get().elements().stream().reduce(Value.NOTHING, Value::join);
        return all.atoms().stream().allMatch(Atom.Const.class::isInstance) ? all : Value.NOTHING;
    }

    private static Value among(Value value, Value candidates, boolean positive) {
        if (candidates.isNothing()) {
            return value;
        }
        if (!positive) {
            return value.filter(atom -> !(atom instanceof Atom.Const) || !contains(candidates, atom));
        }
        boolean open =
                value.atoms().stream().anyMatch(atom -> atom instanceof Atom.Data || atom instanceof Atom.Unknown);
        return open ? candidates : value.filter(atom -> !(atom instanceof Atom.Const) || contains(candidates, atom));
    }

    private static boolean contains(Value candidates, Atom atom) {
        return candidates.atoms().contains(atom);
    }

    private static Value equalTo(Value value, Value other, boolean positive) {
        Optional<Atom.Const> constant = other.single(Atom.Const.class);
        if (constant.isEmpty()) {
            return value;
        }
        if (!positive) {
            return value.filter(atom -> !atom.equals(constant.get()));
        }
        boolean open = value.atoms().stream().anyMatch(Conditions::isOpen);
        Value same = value.filter(atom -> atom.equals(constant.get()));
        return same.isNothing() && open && !(constant.get().value() instanceof Constant.None)
                ? other
                : open ? value.filter(atom -> isOpen(atom) || atom.equals(constant.get())) : same;
    }

    private static boolean isOpen(Atom atom) {
        return atom instanceof Atom.Data || atom instanceof Atom.Unknown || atom instanceof Atom.External;
    }

    private void assumeInstance(Frame frame, Expression.Call call, boolean truth) {
        boolean isTest = call.callee() instanceof Expression.Name callee
                && callee.id().equals("isinstance")
                && call.arguments().size() == 2;
        if (isTest && call.arguments().get(0).value() instanceof Expression.Name name) {
            Value types = frame.silently(() -> interpreter
                    .expressions(frame)
                    .evaluate(call.arguments().get(1).value()));
            Verdict excluded = truth ? Verdict.FALSE : Verdict.TRUE;
            narrow(
                    frame,
                    name,
                    value -> value.filter(
                            atom -> verdict(Builtins.isInstance(interpreter, Value.of(atom), types)) != excluded));
        }
    }

    private static void narrow(Frame frame, Expression.Name name, Function<Value, Value> narrowing) {
        Value value = frame.state().get(name.id());
        if (!value.isNothing()) {
            Value narrowed = narrowing.apply(value);
            if (!narrowed.isNothing()) {
                frame.state().set(name.id(), narrowed);
            }
        }
    }
}
