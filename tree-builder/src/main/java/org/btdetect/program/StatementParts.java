package org.btdetect.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The expressions and the blocks directly inside a statement, each in the order of the source.
 *
 * <p>Patterns of a match are left out, as they are not evaluated; so are definitions, which open scopes of their own.
 */
public record StatementParts(List<Expression> expressions, List<Block> blocks) {

    public StatementParts {
        expressions = List.copyOf(expressions);
        blocks = List.copyOf(blocks);
    }

    public static StatementParts of(Statement statement) {
        Collector collector = new Collector();
        statement.accept(collector);
        return new StatementParts(collector.expressions, collector.blocks);
    }

    /** Collects; every visit returns the collector itself. */
    private static final class Collector implements StatementVisitor<Collector> {
        private final List<Expression> expressions = new ArrayList<>(2);
        private final List<Block> blocks = new ArrayList<>(2);

        private Collector add(Expression... parts) {
            expressions.addAll(List.of(parts));
            return this;
        }

        private Collector add(List<Expression> parts) {
            expressions.addAll(parts);
            return this;
        }

        private Collector add(Optional<? extends Expression> part) {
            part.ifPresent(expressions::add);
            return this;
        }

        private Collector add(Block... parts) {
            blocks.addAll(List.of(parts));
            return this;
        }

        @Override
        public Collector visitExpressionStatement(Statement.ExpressionStatement statement) {
            return add(statement.expression());
        }

        @Override
        public Collector visitAssign(Statement.Assign assign) {
            return add(assign.targets()).add(assign.value());
        }

        @Override
        public Collector visitAugmentedAssign(Statement.AugmentedAssign assign) {
            return add(assign.target(), assign.value());
        }

        @Override
        public Collector visitAnnotatedAssign(Statement.AnnotatedAssign assign) {
            return add(assign.target(), assign.annotation()).add(assign.value());
        }

        @Override
        public Collector visitDeclaration(Statement.Declaration declaration) {
            return add(declaration.initializer());
        }

        @Override
        public Collector visitIf(Statement.If branch) {
            return add(branch.test()).add(branch.then(), branch.otherwise());
        }

        @Override
        public Collector visitWhile(Statement.While loop) {
            return add(loop.test()).add(loop.body(), loop.otherwise());
        }

        @Override
        public Collector visitDoWhile(Statement.DoWhile loop) {
            return add(loop.test()).add(loop.body());
        }

        @Override
        public Collector visitForEach(Statement.ForEach loop) {
            return add(loop.target(), loop.iterable()).add(loop.body(), loop.otherwise());
        }

        @Override
        public Collector visitFor(Statement.For loop) {
            return add(loop.test()).add(loop.update()).add(loop.initializer(), loop.body());
        }

        @Override
        public Collector visitMacroBlock(Statement.MacroBlock macro) {
            return add(macro.header()).add(macro.body());
        }

        @Override
        public Collector visitSwitch(Statement.Switch choice) {
            add(choice.subject());
            choice.cases().forEach(each -> add(each.labels()).add(each.body()));
            return this;
        }

        @Override
        public Collector visitMatch(Statement.Match match) {
            add(match.subject());
            match.cases().forEach(each -> add(each.guard()).add(each.body()));
            return this;
        }

        @Override
        public Collector visitTry(Statement.Try attempt) {
            add(attempt.body());
            attempt.handlers()
                    .forEach(
                            handler -> add(handler.type()).add(handler.target()).add(handler.body()));
            return add(attempt.otherwise(), attempt.finalBody());
        }

        @Override
        public Collector visitWith(Statement.With with) {
            with.items().forEach(item -> add(item.context()).add(item.target()));
            return add(with.body());
        }

        @Override
        public Collector visitReturn(Statement.Return exit) {
            return add(exit.value());
        }

        @Override
        public Collector visitRaise(Statement.Raise raise) {
            return add(raise.exception()).add(raise.operands()).add(raise.cause());
        }

        @Override
        public Collector visitBreak(Statement.Break exit) {
            return this;
        }

        @Override
        public Collector visitContinue(Statement.Continue exit) {
            return this;
        }

        @Override
        public Collector visitPass(Statement.Pass nothing) {
            return this;
        }

        @Override
        public Collector visitGoto(Statement.Goto jump) {
            return this;
        }

        @Override
        public Collector visitLabel(Statement.Label label) {
            return this;
        }

        @Override
        public Collector visitDelete(Statement.Delete delete) {
            return add(delete.targets());
        }

        @Override
        public Collector visitScope(Statement.Scope scope) {
            return this;
        }

        @Override
        public Collector visitAssert(Statement.Assert assertion) {
            return add(assertion.test()).add(assertion.message());
        }

        @Override
        public Collector visitImport(Statement.Import imported) {
            return this;
        }

        @Override
        public Collector visitImportFrom(Statement.ImportFrom imported) {
            return this;
        }

        @Override
        public Collector visitFunctionDefinition(Statement.FunctionDefinition definition) {
            return this;
        }

        @Override
        public Collector visitClassDefinition(Statement.ClassDefinition definition) {
            return this;
        }

        @Override
        public Collector visitPrint(Statement.Print print) {
            return add(print.destination()).add(print.values());
        }

        @Override
        public Collector visitExec(Statement.Exec exec) {
            return add(exec.code()).add(exec.scopes());
        }
    }
}
