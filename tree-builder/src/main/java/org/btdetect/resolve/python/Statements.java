package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.program.StatementVisitor;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/**
 * Runs statements in a frame.
 *
 * <p>Early exits keep the terms exact where control is structured: if exactly one branch of an {@code if} leaves the block, what
 * follows belongs to the other branch. Where only some paths of a statement leave, what follows is optional.
 */
final class Statements implements StatementVisitor<Void> {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Expressions expressions;
    private final Loops loops;

    Statements(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.expressions = interpreter.expressions(frame);
        this.loops = new Loops(interpreter, frame, this);
    }

    void run(Block block) {
        run(block, () -> {});
    }

    /** @param rest runs what follows the block */
    void run(Block block, Runnable rest) {
        run(block.statements(), 0, rest);
    }

    private void run(List<Statement> statements, int from, Runnable rest) {
        for (int i = from; i < statements.size() && frame.state().reachable(); i++) {
            Statement statement = statements.get(i);
            int next = i + 1;
            if (statement instanceof Statement.If branch) {
                if (new Branching(interpreter, frame, this).run(branch, () -> run(statements, next, rest))) {
                    return;
                }
                continue;
            }
            int returns = frame.returns();
            statement.accept(this);
            if (frame.returns() > returns && frame.state().reachable()) {
                Behavior following = frame.collect(() -> run(statements, next, rest));
                frame.emitAnyway(Behavior.optional("", following));
                return;
            }
        }
        if (frame.state().reachable()) {
            rest.run();
        }
    }

    @Override
    public Void visitExpressionStatement(Statement.ExpressionStatement statement) {
        expressions.evaluate(statement.expression());
        return null;
    }

    @Override
    public Void visitAssign(Statement.Assign assign) {
        Value value = expressions.evaluate(assign.value());
        assign.targets().forEach(target -> new Assignments(interpreter, frame).assign(target, value));
        return null;
    }

    @Override
    public Void visitAugmentedAssign(Statement.AugmentedAssign assign) {
        Value old = frame.silently(() -> expressions.evaluate(assign.target()));
        Value operand = expressions.evaluate(assign.value());
        Link link = Links.of(
                frame, assign.target(), EdgeKind.OPERATOR, assign.operator().text() + "=");
        Optional<Outcome> own = interpreter.protocols().augmented(assign.operator(), old, operand, link);
        own.ifPresent(outcome -> frame.emit(outcome.behavior()));
        Value folded = interpreter.folded(assign.operator(), old, operand);
        Value value =
                own.map(Outcome::value).filter(given -> !given.isNothing()).orElse(folded);
        new Assignments(interpreter, frame).assign(assign.target(), value);
        return null;
    }

    @Override
    public Void visitAnnotatedAssign(Statement.AnnotatedAssign assign) {
        assign.value()
                .ifPresent(value ->
                        new Assignments(interpreter, frame).assign(assign.target(), expressions.evaluate(value)));
        return null;
    }

    @Override
    public Void visitDeclaration(Statement.Declaration declaration) {
        return null;
    }

    @Override
    public Void visitIf(Statement.If branch) {
        new Branching(interpreter, frame, this).run(branch, () -> {});
        return null;
    }

    @Override
    public Void visitWhile(Statement.While loop) {
        loops.run(loop);
        return null;
    }

    @Override
    public Void visitDoWhile(Statement.DoWhile loop) {
        run(loop.body());
        return null;
    }

    @Override
    public Void visitForEach(Statement.ForEach loop) {
        loops.run(loop);
        return null;
    }

    @Override
    public Void visitFor(Statement.For loop) {
        return null;
    }

    @Override
    public Void visitMacroBlock(Statement.MacroBlock block) {
        return null;
    }

    @Override
    public Void visitSwitch(Statement.Switch choice) {
        return null;
    }

    @Override
    public Void visitMatch(Statement.Match match) {
        expressions.evaluate(match.subject());
        State before = frame.state().copy();
        State after = frame.state().copy();
        List<Behavior.Branch> branches = new ArrayList<>();
        for (Statement.MatchCase one : match.cases()) {
            frame.state(before.copy());
            Behavior body = frame.collect(() -> {
                one.guard().ifPresent(expressions::evaluate);
                run(one.body());
            });
            branches.add(new Behavior.Branch("case " + interpreter.guards().text(one.pattern()), body));
            after = State.join(after, frame.state());
        }
        branches.add(new Behavior.Branch("", Behavior.NOTHING));
        frame.state(after);
        frame.emit(Behavior.choice(branches));
        return null;
    }

    @Override
    public Void visitTry(Statement.Try attempt) {
        new Attempts(interpreter, frame, this).run(attempt);
        return null;
    }

    @Override
    public Void visitWith(Statement.With with) {
        new ContextManagers(interpreter, frame, this).run(with);
        return null;
    }

    @Override
    public Void visitReturn(Statement.Return exit) {
        frame.returned(exit.value().map(expressions::evaluate).orElse(Value.NONE));
        return null;
    }

    @Override
    public Void visitRaise(Statement.Raise raise) {
        Value raised = raise.exception().map(expressions::evaluate).orElse(Value.UNKNOWN);
        raise.cause().ifPresent(expressions::evaluate);
        if (frame.state().reachable() && interpreter.libraries().isCompletion(raised)) {
            frame.returned(Value.NONE);
        } else if (frame.state().reachable()) {
            frame.raised(raised);
        }
        return null;
    }

    @Override
    public Void visitBreak(Statement.Break exit) {
        loops.leave(State.Exit.BREAK);
        return null;
    }

    @Override
    public Void visitContinue(Statement.Continue exit) {
        loops.leave(State.Exit.CONTINUE);
        return null;
    }

    @Override
    public Void visitPass(Statement.Pass nothing) {
        return null;
    }

    @Override
    public Void visitGoto(Statement.Goto jump) {
        return null;
    }

    @Override
    public Void visitLabel(Statement.Label label) {
        return null;
    }

    @Override
    public Void visitDelete(Statement.Delete delete) {
        delete.targets().forEach(this::delete);
        return null;
    }

    private void delete(Expression target) {
        if (target instanceof Expression.Subscript subscript) {
            Value object = expressions.evaluate(subscript.target());
            Arguments index = Arguments.of(expressions.evaluate(subscript.index()));
            Link link = Links.of(frame, subscript, EdgeKind.OPERATOR, "del");
            interpreter
                    .protocols()
                    .call(object, List.of("__delitem__"), index, link)
                    .ifPresent(outcome -> frame.emit(outcome.behavior()));
        }
    }

    @Override
    public Void visitScope(Statement.Scope scope) {
        return null;
    }

    @Override
    public Void visitAssert(Statement.Assert assertion) {
        expressions.evaluate(assertion.test());
        new Conditions(interpreter).assume(frame, assertion.test(), true);
        return null;
    }

    @Override
    public Void visitImport(Statement.Import imported) {
        for (Statement.Alias alias : imported.aliases()) {
            boolean plain = alias.asName().isEmpty();
            String module = plain ? alias.name().split("\\.", 2)[0] : alias.name();
            frame.state().set(plain ? module : alias.asName(), Value.of(new Atom.ModuleRef(module)));
        }
        return null;
    }

    @Override
    public Void visitImportFrom(Statement.ImportFrom imported) {
        String module = frame.module().absolute(imported.level(), imported.module());
        for (Statement.Alias alias : imported.aliases()) {
            String bound = alias.asName().isEmpty() ? alias.name() : alias.asName();
            frame.state().set(bound, interpreter.modules().imported(module, alias.name()));
        }
        return null;
    }

    @Override
    public Void visitFunctionDefinition(Statement.FunctionDefinition definition) {
        Value function = interpreter.functions().define(frame, definition);
        frame.state().set(definition.function().name(), function);
        return null;
    }

    @Override
    public Void visitClassDefinition(Statement.ClassDefinition definition) {
        PyClass type = interpreter.functions().define(frame, definition);
        frame.state().set(definition.name(), Value.of(new Atom.ClassRef(type)));
        return null;
    }

    @Override
    public Void visitPrint(Statement.Print print) {
        print.values().forEach(expressions::evaluate);
        return null;
    }

    @Override
    public Void visitExec(Statement.Exec exec) {
        expressions.evaluate(exec.code());
        return null;
    }

    /** The text of an exception handler's types. */
    static String text(Optional<Expression> type) {
        return "except" + type.map(expression -> " " + Guards.print(expression)).orElse("");
    }
}
