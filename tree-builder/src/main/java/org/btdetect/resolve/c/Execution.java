package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Behavior.Branch;

/**
 * Executes statements abstractly. What follows a statement that may leave is nested into the branch that does not leave where
 * that statement is an {@code if}, and optional otherwise; branches that leave by reporting an error are failures, and what
 * follows them stays unconditional.
 */
final class Execution {

    private final Interpreter interpreter;
    private final Frame frame;

    Execution(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    Flow block(Block block, Environment environment) {
        return list(block.statements(), 0, environment);
    }

    /** Executes the statements from an index on; owns the environment. */
    Flow list(List<Statement> statements, int from, Environment environment) {
        List<Behavior> parts = new ArrayList<>();
        Environment now = environment;
        for (int i = from; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            if (statement instanceof Statement.If branch) {
                return conditional(branch, statements, i + 1, now).after(Behavior.sequence(parts));
            }
            boolean alternative = i + 1 < statements.size() && isJump(statement);
            Environment before = alternative ? now.copy() : now;
            Flow flow = one(statement, now);
            if (alternative) {
                return alternatives(flow, list(statements, i + 1, before)).after(Behavior.sequence(parts));
            }
            parts.add(flow.behavior());
            if (flow.isDead() || flow.leaves() != 0) {
                return follow(flow, statements, i + 1).after(Behavior.sequence(parts.subList(0, parts.size() - 1)));
            }
            now = flow.after();
        }
        return Flow.through(Behavior.sequence(parts), now);
    }

    private static boolean isJump(Statement statement) {
        return statement instanceof Statement.Return
                || statement instanceof Statement.Goto
                || statement instanceof Statement.Break
                || statement instanceof Statement.Continue;
    }

    /** What stands behind a jump is the other branch of an {@code #if} whose branches are both kept. */
    private static Flow alternatives(Flow jump, Flow other) {
        if (jump.onlyFails()) {
            return other.after(Behavior.failure("", jump.behavior()));
        }
        Behavior choice = Behavior.choice(List.of(new Branch("", jump.behavior()), new Branch("", other.behavior())));
        return new Flow(choice, other.after(), jump.leaves() | other.leaves());
    }

    /** A flow and what follows it in its list. */
    private Flow follow(Flow flow, List<Statement> statements, int next) {
        if (flow.isDead() || next == statements.size()) {
            return flow;
        }
        Flow rest = list(statements, next, flow.after());
        Behavior behavior = flow.leaves() == 0 ? rest.behavior() : optional(rest.behavior());
        return new Flow(Behavior.sequence(flow.behavior(), behavior), rest.after(), flow.leaves() | rest.leaves());
    }

    static Behavior optional(Behavior behavior) {
        return Behavior.choice(List.of(new Branch("", behavior), new Branch("", Behavior.NOTHING)));
    }

    private Flow conditional(Statement.If branch, List<Statement> statements, int next, Environment environment) {
        List<Behavior> effects = new ArrayList<>();
        Truth truth = new Evaluation(interpreter, frame, environment, effects).test(branch.test());
        Environment otherwiseEnvironment = environment.copy();
        Refinement refinement = interpreter.refinement(frame);
        refinement.assume(branch.test(), true, environment);
        refinement.assume(branch.test(), false, otherwiseEnvironment);
        Behavior before = Behavior.sequence(effects);
        boolean never = truth == Truth.FALSE || !environment.isAlive();
        boolean always = truth == Truth.TRUE || !otherwiseEnvironment.isAlive();
        if (never || always) {
            Environment only = never ? otherwiseEnvironment : environment;
            if (!only.isAlive()) {
                return Flow.leaving(before, 0);
            }
            Flow flow = never ? block(branch.otherwise(), only) : guarded(branch, true, only);
            return follow(flow, statements, next).after(before);
        }
        Flow then = guarded(branch, true, environment);
        Flow otherwise = guarded(branch, false, otherwiseEnvironment);
        return merge(branch.test(), then, otherwise, statements, next).after(before);
    }

    /** A branch; in one that is taken because something failed, leaving is a failure unless its value says otherwise. */
    private Flow guarded(Statement.If branch, boolean then, Environment environment) {
        boolean before = frame.failing;
        frame.failing = before || then && Shapes.asksForFailure(branch.test());
        Flow flow = block(then ? branch.then() : branch.otherwise(), environment);
        frame.failing = before;
        return flow;
    }

    private Flow merge(Expression test, Flow then, Flow otherwise, List<Statement> statements, int next) {
        String guard = Evaluation.text(test);
        if (then.onlyFails()) {
            return follow(otherwise, statements, next).after(Behavior.failure(guard, then.behavior()));
        }
        if (otherwise.onlyFails()) {
            Behavior failure = Behavior.failure(Evaluation.negated(test), otherwise.behavior());
            return follow(then, statements, next).after(failure);
        }
        if (then.isDead() != otherwise.isDead()) {
            Flow first = then.isDead() ? then : follow(then, statements, next);
            Flow second = otherwise.isDead() ? otherwise : follow(otherwise, statements, next);
            return join(test, first, second);
        }
        Flow joined = Shapes.asksForNegative(test) && !then.isDead()
                ? failureFirst(guard, then, otherwise)
                : join(test, then, otherwise);
        return follow(joined, statements, next);
    }

    private static Flow failureFirst(String guard, Flow then, Flow otherwise) {
        Environment after = then.after();
        after.join(otherwise.after());
        return new Flow(
                Behavior.sequence(Behavior.failure(guard, then.behavior()), otherwise.behavior()),
                after,
                then.leaves() | otherwise.leaves());
    }

    private static Flow join(Expression test, Flow then, Flow otherwise) {
        Environment after = then.after();
        after.join(otherwise.after());
        Behavior choice = Behavior.choice(List.of(
                new Branch(Evaluation.text(test), then.behavior()),
                new Branch(Evaluation.negated(test), otherwise.behavior())));
        return new Flow(choice, after, then.leaves() | otherwise.leaves());
    }

    private Flow one(Statement statement, Environment environment) {
        if (statement instanceof Statement.Return || statement instanceof Statement.Goto) {
            return new Exits(interpreter, frame).leave(statement, environment);
        }
        if (statement instanceof Statement.Break) {
            frame.breaks.join(environment);
            return Flow.leaving(Behavior.NOTHING, Flow.BREAK);
        }
        if (statement instanceof Statement.Continue) {
            frame.continues.join(environment);
            return Flow.leaving(Behavior.NOTHING, Flow.CONTINUE);
        }
        if (statement instanceof Statement.Switch choice) {
            return new Switches(interpreter, frame, this).execute(choice, environment);
        }
        if (Substatements.blocks(statement).isEmpty()) {
            return simple(statement, environment);
        }
        return new Loops(interpreter, frame, this).execute(statement, environment);
    }

    private Flow simple(Statement statement, Environment environment) {
        List<Behavior> effects = new ArrayList<>();
        Evaluation evaluation = new Evaluation(interpreter, frame, environment, effects);
        if (statement instanceof Statement.ExpressionStatement expression) {
            if (expression.expression() instanceof Expression.Call call) {
                Optional<Block> expanded = interpreter.calls.expandStatement(call, frame);
                if (expanded.isPresent()) {
                    return interpreter.calls.insideMacro(call, frame, () -> block(expanded.get(), environment));
                }
            }
            evaluation.of(expression.expression());
        } else if (statement instanceof Statement.Declaration declaration) {
            frame.types.put(declaration.name(), declaration.type());
            environment.forget(declaration.name());
            declaration.initializer().ifPresent(value -> evaluation.initialize(declaration.name(), value));
        } else if (statement instanceof Statement.Assign assign) {
            CValue value = evaluation.of(assign.value());
            assign.targets().forEach(target -> evaluation.assign(target, Optional.empty(), value));
        } else if (statement instanceof Statement.AugmentedAssign assign) {
            evaluation.assign(assign.target(), Optional.of(assign.operator()), evaluation.of(assign.value()));
        }
        return Flow.through(Behavior.sequence(effects), environment);
    }
}
