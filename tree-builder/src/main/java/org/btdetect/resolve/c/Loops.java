package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;

/** Loops, interpreted once: what their bodies may change is forgotten before them. */
final class Loops {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Execution execution;

    Loops(Interpreter interpreter, Frame frame, Execution execution) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.execution = execution;
    }

    Flow execute(Statement statement, Environment environment) {
        if (statement instanceof Statement.While loop) {
            return repeat(Optional.of(loop.test()), Optional.empty(), loop.body(), environment);
        }
        if (statement instanceof Statement.For loop) {
            Flow before = execution.block(loop.initializer(), environment);
            return repeat(loop.test(), loop.update(), loop.body(), before.after())
                    .after(before.behavior());
        }
        if (statement instanceof Statement.DoWhile loop) {
            return doWhile(loop, environment);
        }
        if (statement instanceof Statement.MacroBlock loop) {
            return macroBlock(loop, environment);
        }
        if (statement instanceof Statement.With with) {
            return execution.block(with.body(), environment);
        }
        return Flow.through(Behavior.NOTHING, environment);
    }

    private Flow repeat(Optional<Expression> test, Optional<Expression> update, Block body, Environment environment) {
        environment.forget(interpreter.assigned(body));
        test.ifPresent(expression -> environment.forget(Shapes.assigned(expression)));
        update.ifPresent(expression -> environment.forget(Shapes.assigned(expression)));
        List<Behavior> testing = new ArrayList<>();
        Truth truth =
                test.isEmpty() ? Truth.TRUE : new Evaluation(interpreter, frame, environment, testing).test(test.get());
        Behavior before = Behavior.sequence(testing);
        Environment outside = environment.copy();
        test.ifPresent(expression -> interpreter.refinement(frame).assume(expression, false, outside));
        if (truth == Truth.FALSE) {
            return Flow.through(before, outside);
        }
        test.ifPresent(expression -> interpreter.refinement(frame).assume(expression, true, environment));
        if (truth == Truth.TRUE) {
            outside.kill();
        }
        String guard = test.map(Evaluation::text).orElse("");
        Flow inner = body(body, environment, outside);
        List<Behavior> updating = new ArrayList<>();
        update.ifPresent(expression -> new Evaluation(interpreter, frame, inner.after(), updating).of(expression));
        if (truth != Truth.TRUE) {
            outside.join(inner.after());
        }
        Behavior once = Behavior.sequence(inner.behavior(), Behavior.sequence(updating), before);
        return new Flow(Behavior.sequence(before, Behavior.loop(guard, once, false)), outside, inner.leaves());
    }

    /** Runs a body; ways out by {@code break} join {@code outside}, those by {@code continue} the body's end. */
    private Flow body(Block body, Environment environment, Environment outside) {
        Environment breaks = frame.breaks;
        Environment continues = frame.continues;
        frame.breaks = Environment.dead();
        frame.continues = Environment.dead();
        Flow flow = execution.block(body, environment);
        outside.join(frame.breaks);
        flow.after().join(frame.continues);
        frame.breaks = breaks;
        frame.continues = continues;
        return flow.without(Flow.BREAK | Flow.CONTINUE);
    }

    /** A loop that runs once is how macros make a statement. */
    private Flow doWhile(Statement.DoWhile loop, Environment environment) {
        boolean once = Shapes.isNumber(loop.test(), 0)
                || loop.test() instanceof Expression.Name name
                        && LibraryModels.constant(name.id()).equals(CValue.number(0));
        if (!once) {
            environment.forget(interpreter.assigned(loop.body()));
        }
        Environment outside = Environment.dead();
        Flow inner = body(loop.body(), environment, outside);
        if (once) {
            outside.join(inner.after());
            return new Flow(inner.behavior(), outside, inner.leaves());
        }
        List<Behavior> testing = new ArrayList<>();
        if (!inner.isDead()) {
            new Evaluation(interpreter, frame, inner.after(), testing).test(loop.test());
            interpreter.refinement(frame).assume(loop.test(), false, inner.after());
        }
        outside.join(inner.after());
        Behavior body = Behavior.sequence(inner.behavior(), Behavior.sequence(testing));
        return new Flow(Behavior.loop(Evaluation.text(loop.test()), body, true), outside, inner.leaves());
    }

    private Flow macroBlock(Statement.MacroBlock loop, Environment environment) {
        environment.forget(interpreter.assigned(loop.body()));
        environment.forget(Shapes.assigned(loop.header()));
        List<Behavior> header = new ArrayList<>();
        new Evaluation(interpreter, frame, environment, header).of(loop.header());
        Environment outside = environment.copy();
        Flow inner = body(loop.body(), environment, outside);
        outside.join(inner.after());
        Behavior repeated = Behavior.loop(Evaluation.text(loop.header()), inner.behavior(), false);
        return new Flow(Behavior.sequence(Behavior.sequence(header), repeated), outside, inner.leaves());
    }
}
