package org.btdetect.resolve.python;

import java.util.List;
import org.btdetect.program.Expression;
import org.btdetect.summary.Behavior;

/** Evaluates expressions of which a part is evaluated only under a condition: {@code and}, {@code or}, {@code x if y else z}. */
final class Alternatives {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Expressions expressions;

    Alternatives(Interpreter interpreter, Frame frame, Expressions expressions) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.expressions = expressions;
    }

    Value evaluate(Expression.Logical logical) {
        State before = frame.state().copy();
        Value result = logical(logical, 0);
        frame.state(mergeAfterTest(before));
        return result;
    }

    /** Assumptions made for later operands do not outlive the expression. */
    private State mergeAfterTest(State before) {
        frame.state().variables().forEach((name, value) -> {
            if (before.get(name).isNothing()) {
                before.set(name, value);
            }
        });
        if (!frame.state().reachable()) {
            before.leave(frame.state().exit());
        }
        return before;
    }

    private Value logical(Expression.Logical logical, int index) {
        Expression operand = logical.operands().get(index);
        Value value = expressions.evaluate(operand);
        if (index == logical.operands().size() - 1) {
            return value;
        }
        Conditions conditions = new Conditions(interpreter);
        Conditions.Verdict going = logical.conjunction() ? Conditions.Verdict.TRUE : Conditions.Verdict.FALSE;
        Conditions.Verdict verdict = conditions.verdict(value);
        Value kept = value.filter(atom -> conditions.verdict(atom) != going);
        if (verdict != Conditions.Verdict.UNDECIDED && verdict != going) {
            return value;
        }
        conditions.assume(frame, operand, logical.conjunction());
        if (verdict == going) {
            return logical(logical, index + 1);
        }
        Value[] rest = new Value[1];
        Behavior behavior = frame.collect(() -> rest[0] = logical(logical, index + 1));
        frame.emit(Behavior.optional(interpreter.guards().text(operand, logical.conjunction()), behavior));
        return kept.join(rest[0]);
    }

    Value evaluate(Expression.Conditional conditional) {
        Conditions conditions = new Conditions(interpreter);
        Conditions.Verdict verdict = conditions.verdict(expressions.evaluate(conditional.test()));
        State before = frame.state().copy();
        Value[] values = {Value.NOTHING, Value.NOTHING};
        Behavior then = Behavior.NOTHING;
        Behavior otherwise = Behavior.NOTHING;
        if (verdict != Conditions.Verdict.FALSE) {
            then = frame.collect(() -> {
                conditions.assume(frame, conditional.test(), true);
                values[0] = expressions.evaluate(conditional.then());
            });
        }
        frame.state(before.copy());
        if (verdict != Conditions.Verdict.TRUE) {
            otherwise = frame.collect(() -> {
                conditions.assume(frame, conditional.test(), false);
                values[1] = expressions.evaluate(conditional.otherwise());
            });
        }
        frame.state(before);
        frame.emit(Behavior.choice(List.of(
                new Behavior.Branch(interpreter.guards().text(conditional.test(), true), then),
                new Behavior.Branch(interpreter.guards().text(conditional.test(), false), otherwise))));
        return values[0].join(values[1]);
    }
}
