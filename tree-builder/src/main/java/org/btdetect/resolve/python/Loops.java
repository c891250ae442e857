package org.btdetect.resolve.python;

import java.util.ArrayDeque;
import java.util.Deque;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;

/** Runs loops until the variables no longer change, and keeps what the last round does. */
final class Loops {

    private static final int MOST_ROUNDS = 4;

    private final Interpreter interpreter;
    private final Frame frame;
    private final Statements statements;
    private final Deque<Exits> running = new ArrayDeque<>();

    Loops(Interpreter interpreter, Frame frame, Statements statements) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.statements = statements;
    }

    /** The states in which a loop is left by break, and in which its next round starts by continue. */
    private static final class Exits {
        private State broken;
        private State continued;

        private Exits(State unreachable) {
            broken = unreachable;
            continued = unreachable;
        }
    }

    void leave(State.Exit exit) {
        Exits exits = running.peek();
        if (exits != null && frame.state().reachable()) {
            State here = frame.state().copy();
            if (exit == State.Exit.BREAK) {
                exits.broken = State.join(exits.broken, here);
            } else {
                exits.continued = State.join(exits.continued, here);
            }
        }
        frame.state().leave(exit);
    }

    void run(Statement.While loop) {
        Conditions conditions = new Conditions(interpreter);
        Conditions.Verdict first = conditions.verdict(
                frame.silently(() -> interpreter.expressions(frame).evaluate(loop.test())));
        if (first == Conditions.Verdict.FALSE) {
            return;
        }
        boolean endless = first == Conditions.Verdict.TRUE && loop.test() instanceof Expression.Literal;
        Runnable head = () -> {
            interpreter.expressions(frame).evaluate(loop.test());
            conditions.assume(frame, loop.test(), true);
        };
        iterate("while " + interpreter.guards().text(loop.test()), head, loop.body(), loop.otherwise(), endless);
    }

    void run(Statement.ForEach loop) {
        Value element = interpreter.expressions(frame).iterate(loop.iterable());
        if (!frame.state().reachable()) {
            return;
        }
        Runnable head = () -> new Assignments(interpreter, frame).assign(loop.target(), element);
        String guard = "for " + interpreter.guards().text(loop.target()) + " in "
                + interpreter.guards().text(loop.iterable());
        if (element.isNothing()) {
            statements.run(loop.otherwise());
            return;
        }
        iterate(guard, head, loop.body(), loop.otherwise(), false);
    }

    private void iterate(String guard, Runnable head, Block body, Block otherwise, boolean endless) {
        State entry = frame.state();
        State nowhere = entry.copy();
        nowhere.leave(State.Exit.BREAK);
        Behavior done = Behavior.NOTHING;
        Exits exits = new Exits(nowhere);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            State start = entry.copy();
            exits = new Exits(nowhere);
            running.push(exits);
            frame.state(start);
            done = frame.collect(() -> {
                head.run();
                statements.run(body);
            });
            running.pop();
            State end = State.join(frame.state(), exits.continued);
            State next = end.reachable() ? State.join(entry, end) : entry;
            if (next.sameAs(entry)) {
                break;
            }
            entry = next;
        }
        boolean leavesOnly = !frame.state().reachable() && !exits.continued.reachable();
        finish(guard, done, entry, exits.broken, endless, leavesOnly);
        if (!otherwise.isEmpty() && frame.state().reachable()) {
            frame.emit(Behavior.optional("", frame.collect(() -> statements.run(otherwise))));
        }
    }

    /** A body that never comes to its end runs at most once. */
    private void finish(String guard, Behavior done, State entry, State broken, boolean endless, boolean leavesOnly) {
        State after = endless ? broken : State.join(entry, broken);
        frame.state(entry);
        if (leavesOnly && endless) {
            frame.emit(done);
        } else if (leavesOnly) {
            frame.emit(Behavior.optional(guard, done));
        } else {
            frame.emit(Behavior.loop(guard, done, endless));
        }
        State left = after.copy();
        if (!left.reachable()) {
            left = entry.copy();
            left.leave(State.Exit.RETURN);
        }
        frame.state(left);
    }
}
