package org.btdetect.resolve.python;

import java.util.List;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;

/** Runs an {@code if} and, where exactly one of its branches leaves the block, what follows it as part of the other. */
final class Branching {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Statements statements;
    private final Conditions conditions;

    Branching(Interpreter interpreter, Frame frame, Statements statements) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.statements = statements;
        this.conditions = new Conditions(interpreter);
    }

    private record Side(Behavior behavior, State state, boolean leaksReturns) {
        boolean leaves() {
            return !state.reachable();
        }

        boolean fails() {
            return state.exit() == State.Exit.RAISE;
        }
    }

    /**
     * @param rest runs the statements that follow
     * @return whether {@code rest} has been run
     */
    boolean run(Statement.If branch, Runnable rest) {
        Conditions.Verdict verdict =
                conditions.verdict(interpreter.expressions(frame).evaluate(branch.test()));
        interpreter.ledger().tested(branch.test(), verdict);
        if (verdict != Conditions.Verdict.UNDECIDED) {
            statements.run(verdict == Conditions.Verdict.TRUE ? branch.then() : branch.otherwise(), rest);
            return true;
        }
        if (!frame.state().reachable()) {
            return false;
        }
        State before = frame.state();
        Side then = side(branch, true, before.copy());
        Side otherwise = side(branch, false, before.copy());
        String holds = interpreter.guards().text(branch.test(), true);
        String fails = interpreter.guards().text(branch.test(), false);
        if (then.leaves() != otherwise.leaves()) {
            return continueOnOneSide(then, otherwise, holds, fails, before, rest);
        }
        frame.state(before);
        emit(then, otherwise, holds, fails);
        frame.state(then.leaves() ? left(then, otherwise) : State.join(then.state(), otherwise.state()));
        return !then.leaves() && (then.leaksReturns() || otherwise.leaksReturns()) && optionally(rest);
    }

    private boolean optionally(Runnable rest) {
        Behavior following = frame.collect(rest);
        frame.emitAnyway(Behavior.optional("", following));
        return true;
    }

    private static State left(Side then, Side otherwise) {
        return then.fails() ? otherwise.state() : then.state();
    }

    private Side side(Statement.If branch, boolean truth, State state) {
        frame.state(state);
        int returns = frame.returns();
        Behavior behavior = frame.collect(() -> {
            conditions.assume(frame, branch.test(), truth);
            statements.run(truth ? branch.then() : branch.otherwise());
        });
        return new Side(behavior, frame.state(), frame.state().reachable() && frame.returns() > returns);
    }

    private void emit(Side then, Side otherwise, String holds, String fails) {
        if (then.fails() != otherwise.fails()) {
            Side failing = then.fails() ? then : otherwise;
            Side going = then.fails() ? otherwise : then;
            frame.emit(Behavior.failure(then.fails() ? holds : fails, failing.behavior()));
            frame.emit(going.behavior());
            return;
        }
        frame.emit(Behavior.choice(List.of(
                new Behavior.Branch(holds, then.behavior()), new Behavior.Branch(fails, otherwise.behavior()))));
    }

    private boolean continueOnOneSide(
            Side then, Side otherwise, String holds, String fails, State before, Runnable rest) {
        Side leaving = then.leaves() ? then : otherwise;
        Side staying = then.leaves() ? otherwise : then;
        if (leaving.fails()) {
            frame.state(before);
            frame.emit(Behavior.failure(then.leaves() ? holds : fails, leaving.behavior()));
            frame.emit(staying.behavior());
            frame.state(staying.state());
            return staying.leaksReturns() && optionally(rest);
        }
        frame.state(staying.state());
        Behavior following = frame.collect(rest);
        State after = frame.state();
        Behavior continued = Behavior.sequence(
                staying.behavior(), staying.leaksReturns() ? Behavior.optional("", following) : following);
        frame.emitAnyway(Behavior.choice(List.of(
                new Behavior.Branch(holds, then.leaves() ? then.behavior() : continued),
                new Behavior.Branch(fails, then.leaves() ? continued : otherwise.behavior()))));
        frame.state(after.reachable() || after.exit() == State.Exit.RETURN ? after : exitOf(after, leaving));
        return true;
    }

    /** Where the side that goes on fails in the end, the side that left early tells how the block is left. */
    private static State exitOf(State after, Side leaving) {
        return after.exit() == State.Exit.RAISE ? leaving.state() : after;
    }
}
