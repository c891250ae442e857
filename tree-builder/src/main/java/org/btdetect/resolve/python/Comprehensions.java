package org.btdetect.resolve.python;

import java.util.List;
import org.btdetect.program.Expression;
import org.btdetect.summary.Behavior;

/** Comprehensions: a loop over the clauses that gives its element. */
final class Comprehensions {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Expressions expressions;

    Comprehensions(Interpreter interpreter, Frame frame, Expressions expressions) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.expressions = expressions;
    }

    Value evaluate(Expression.Comprehension comprehension) {
        State before = frame.state();
        frame.state(before.copy());
        Value result = clause(comprehension, 0);
        frame.state(before);
        return switch (comprehension.kind()) {
            case MAPPING -> Value.of(new Atom.Dictionary(Bindings.EMPTY, result));
            default -> Value.of(new Atom.Elements(result));
        };
    }

    private Value clause(Expression.Comprehension comprehension, int index) {
        List<Expression.Clause> clauses = comprehension.clauses();
        if (index == clauses.size()) {
            Value element = expressions.evaluate(comprehension.element());
            return comprehension.value().map(expressions::evaluate).orElse(element);
        }
        Expression.Clause clause = clauses.get(index);
        Value item = expressions.iterate(clause.iterable());
        if (item.isNothing()) {
            return Value.NOTHING;
        }
        new Assignments(interpreter, frame).assign(clause.target(), item);
        Value[] result = new Value[1];
        Behavior body = frame.collect(() -> {
            for (Expression condition : clause.conditions()) {
                expressions.evaluate(condition);
                new Conditions(interpreter).assume(frame, condition, true);
            }
            result[0] = clause(comprehension, index + 1);
        });
        frame.emit(Behavior.loop(
                "for " + interpreter.guards().text(clause.target()) + " in "
                        + interpreter.guards().text(clause.iterable()),
                body,
                false));
        return result[0];
    }
}
