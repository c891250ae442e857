package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;

/**
 * Runs a {@code try}. A handler's behaviour is a failure, unless the body cannot complete and raises what the handler catches: then
 * the handler is the normal path ({@code try: driver.rebuild() except NotImplementedError: default()}).
 */
final class Attempts {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Statements statements;

    Attempts(Interpreter interpreter, Frame frame, Statements statements) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.statements = statements;
    }

    void run(Statement.Try attempt) {
        State before = frame.state().copy();
        Value raisedBefore = frame.raised();
        Value mayBefore = frame.mayBeRaised();
        frame.raisedReset(Value.NOTHING);
        frame.mayBeRaisedReset(Value.NOTHING);
        statements.run(attempt.body());
        Value raised = frame.raised();
        Value mayBeRaised = frame.mayBeRaised();
        frame.mayBeRaisedReset(mayBefore);
        boolean failed = frame.state().exit() == State.Exit.RAISE;
        State afterBody = frame.state();
        Optional<Statement.Handler> certain = failed ? catching(attempt.handlers(), raised) : Optional.empty();
        State caught = joined(before, afterBody);
        frame.raisedReset(raisedBefore);
        if (certain.isPresent()) {
            handleNormally(certain.get(), caught, raised);
        } else {
            frame.raisedReset(raisedBefore.join(failed ? raised : Value.NOTHING));
            handleFailures(attempt, caught, afterBody, catching(attempt.handlers(), mayBeRaised));
        }
        finish(attempt, before);
    }

    private static State joined(State before, State after) {
        return State.join(before.revived(), after.revived());
    }

    private void handleNormally(Statement.Handler handler, State caught, Value raised) {
        frame.state(caught);
        bind(handler, raised);
        statements.run(handler.body());
    }

    /** @param normal the handler of what some callee of the body always raises: as good a path as the body's own */
    private void handleFailures(
            Statement.Try attempt, State caught, State afterBody, Optional<Statement.Handler> normal) {
        frame.state(afterBody);
        State after = afterBody;
        if (afterBody.reachable()) {
            statements.run(attempt.otherwise());
            after = frame.state();
        }
        for (Statement.Handler handler : attempt.handlers()) {
            frame.state(caught.copy());
            int returns = frame.returns();
            Value raised = frame.raised();
            Behavior behavior = frame.collect(() -> {
                bind(handler, Value.UNKNOWN);
                statements.run(handler.body());
            });
            frame.forgetReturnsSince(returns);
            frame.raisedReset(raised);
            State handled = frame.state();
            frame.state(caught);
            String guard = Statements.text(handler.type());
            boolean expected = normal.filter(handler::equals).isPresent();
            frame.emitAnyway(expected ? Behavior.optional(guard, behavior) : Behavior.failure(guard, behavior));
            after = after.reachable() || handled.reachable() ? State.join(after, handled) : left(after, handled);
        }
        frame.state(after);
    }

    private static State left(State after, State handled) {
        return after.exit() == State.Exit.RAISE ? handled : after;
    }

    private void finish(Statement.Try attempt, State before) {
        if (attempt.finalBody().isEmpty()) {
            return;
        }
        State left = frame.state();
        frame.state(left.reachable() ? left : joined(before, left));
        Behavior last = frame.collect(() -> statements.run(attempt.finalBody()));
        frame.emitAnyway(last);
        if (!left.reachable()) {
            frame.state(left);
        }
    }

    private void bind(Statement.Handler handler, Value raised) {
        if (handler.target().isPresent()) {
            Value types = handler.type()
                    .map(type ->
                            frame.silently(() -> interpreter.expressions(frame).evaluate(type)))
                    .orElse(Value.UNKNOWN);
            Value value = raised.isUnknown() ? instances(types) : raised;
            new Assignments(interpreter, frame).assign(handler.target().get(), value);
        }
    }

    private static Value instances(Value types) {
        Value result = Value.NOTHING;
        for (Atom atom : types.atoms()) {
            if (atom instanceof Atom.Tuple tuple) {
                result = result.join(
                        tuple.elements().stream().map(Attempts::instances).reduce(Value.NOTHING, Value::join));
            } else if (atom instanceof Atom.ClassRef reference) {
                result = result.join(Value.of(new Atom.Instance(reference.type(), Bindings.EMPTY)));
            } else if (atom instanceof Atom.External external) {
                result = result.join(Value.of(new Atom.External(Paths.result(external.path()))));
            }
        }
        return result.isNothing() ? Value.DATA : result;
    }

    /** The first handler that surely catches everything that the body raises. */
    private Optional<Statement.Handler> catching(List<Statement.Handler> handlers, Value raised) {
        if (raised.isNothing() || raised.atoms().stream().anyMatch(Atom.Unknown.class::isInstance)) {
            return Optional.empty();
        }
        return handlers.stream().filter(handler -> catches(handler, raised)).findFirst();
    }

    private boolean catches(Statement.Handler handler, Value raised) {
        if (handler.type().isEmpty()) {
            return true;
        }
        Value types = frame.silently(
                () -> interpreter.expressions(frame).evaluate(handler.type().get()));
        return raised.atoms().stream().allMatch(atom -> catches(atom, types));
    }

    private boolean catches(Atom raised, Value types) {
        for (Atom type : types.atoms()) {
            if (type instanceof Atom.Tuple tuple
                    && tuple.elements().stream().anyMatch(element -> catches(raised, element))) {
                return true;
            }
            if (type instanceof Atom.External external && isExternal(raised, external.path())) {
                return true;
            }
            Optional<PyClass> raisedClass = classOf(raised);
            if (type instanceof Atom.ClassRef reference
                    && raisedClass.isPresent()
                    && interpreter.classes().isSubclass(raisedClass.get(), reference.type())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<PyClass> classOf(Atom raised) {
        if (raised instanceof Atom.Instance instance) {
            return Optional.of(instance.type());
        }
        return raised instanceof Atom.ClassRef reference ? Optional.of(reference.type()) : Optional.empty();
    }

    private static boolean isExternal(Atom raised, String path) {
        boolean all = path.equals("builtins.Exception") || path.equals("builtins.BaseException");
        return all
                || raised instanceof Atom.External external
                        && (external.path().equals(path) || external.path().equals(path + "()"));
    }
}
