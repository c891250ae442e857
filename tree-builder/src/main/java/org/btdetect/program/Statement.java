package org.btdetect.program;

import java.util.List;
import java.util.Optional;

/** A statement of any of the languages; control structure is kept, labels and jumps included. */
public sealed interface Statement {

    Position at();

    <R> R accept(StatementVisitor<R> visitor);

    record ExpressionStatement(Position at, Expression expression) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitExpressionStatement(this);
        }
    }

    /** {@code a = b = value}. */
    record Assign(Position at, List<Expression> targets, Expression value) implements Statement {
        public Assign {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitAssign(this);
        }
    }

    record AugmentedAssign(Position at, Expression target, BinaryOperator operator, Expression value)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitAugmentedAssign(this);
        }
    }

    /** {@code target: annotation = value}. */
    record AnnotatedAssign(Position at, Expression target, Expression annotation, Optional<Expression> value)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitAnnotatedAssign(this);
        }
    }

    /** A C or Java local variable; {@code type} as written, cleanup macros such as {@code g_autoptr(T)} included. */
    record Declaration(Position at, String type, String name, Optional<Expression> initializer) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitDeclaration(this);
        }
    }

    record If(Position at, Expression test, Block then, Block otherwise) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitIf(this);
        }
    }

    record While(Position at, Expression test, Block body, Block otherwise) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitWhile(this);
        }
    }

    record DoWhile(Position at, Block body, Expression test) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitDoWhile(this);
        }
    }

    /** A loop over the elements of {@code iterable}. */
    record ForEach(Position at, Expression target, Expression iterable, Block body, Block otherwise)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitForEach(this);
        }
    }

    /** C's loop with a header of three parts. */
    record For(Position at, Block initializer, Optional<Expression> test, Optional<Expression> update, Block body)
            implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitFor(this);
        }
    }

    /** A macro call that heads a block: {@code QLIST_FOREACH(a, b, c) { ... }}; the block may run any number of times. */
    record MacroBlock(Position at, Expression.Call header, Block body) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitMacroBlock(this);
        }
    }

    /** C's and Java's switch; cases in order, falling through unless they leave. */
    record Switch(Position at, Expression subject, List<Case> cases) implements Statement {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitSwitch(this);
        }
    }

    /** Python's match. */
    record Match(Position at, Expression subject, List<MatchCase> cases) implements Statement {
        public Match {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitMatch(this);
        }
    }

    record Try(Position at, Block body, List<Handler> handlers, Block otherwise, Block finalBody) implements Statement {
        public Try {
            handlers = List.copyOf(handlers);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitTry(this);
        }
    }

    record With(Position at, List<Item> items, Block body, boolean isAsync) implements Statement {
        public With {
            items = List.copyOf(items);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitWith(this);
        }
    }

    record Return(Position at, Optional<Expression> value) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitReturn(this);
        }
    }

    /** A raise; Python 2's second and third operand stand in {@code operands}. */
    record Raise(Position at, Optional<Expression> exception, Optional<Expression> cause, List<Expression> operands)
            implements Statement {
        public Raise {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitRaise(this);
        }
    }

    record Break(Position at) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitBreak(this);
        }
    }

    record Continue(Position at) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitContinue(this);
        }
    }

    record Pass(Position at) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitPass(this);
        }
    }

    record Goto(Position at, String label) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitGoto(this);
        }
    }

    record Label(Position at, String name) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitLabel(this);
        }
    }

    record Delete(Position at, List<Expression> targets) implements Statement {
        public Delete {
            targets = List.copyOf(targets);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitDelete(this);
        }
    }

    /** {@code global} ({@code global} is true) or {@code nonlocal}. */
    record Scope(Position at, List<String> names, boolean global) implements Statement {
        public Scope {
            names = List.copyOf(names);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitScope(this);
        }
    }

    record Assert(Position at, Expression test, Optional<Expression> message) implements Statement {
        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitAssert(this);
        }
    }

    /** {@code import a.b as c, d}. */
    record Import(Position at, List<Alias> aliases) implements Statement {
        public Import {
            aliases = List.copyOf(aliases);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitImport(this);
        }
    }

    /** {@code from ..module import a as b}; a star is an alias named {@code *}. */
    record ImportFrom(Position at, int level, String module, List<Alias> aliases) implements Statement {
        public ImportFrom {
            aliases = List.copyOf(aliases);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitImportFrom(this);
        }
    }

    record FunctionDefinition(Position at, Function function, List<Expression> decorators) implements Statement {
        public FunctionDefinition {
            decorators = List.copyOf(decorators);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitFunctionDefinition(this);
        }
    }

    record ClassDefinition(
            Position at,
            String name,
            String qualifiedName,
            List<Argument> bases,
            List<Expression> decorators,
            Block body)
            implements Statement {
        public ClassDefinition {
            bases = List.copyOf(bases);
            decorators = List.copyOf(decorators);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitClassDefinition(this);
        }
    }

    /** Python 2's print statement. */
    record Print(Position at, Optional<Expression> destination, List<Expression> values) implements Statement {
        public Print {
            values = List.copyOf(values);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitPrint(this);
        }
    }

    /** Python 2's exec statement. */
    record Exec(Position at, Expression code, List<Expression> scopes) implements Statement {
        public Exec {
            scopes = List.copyOf(scopes);
        }

        @Override
        public <R> R accept(StatementVisitor<R> visitor) {
            return visitor.visitExec(this);
        }
    }

    /** A case of a switch; no labels for {@code default}, ranges as {@link Expression.Slice}. */
    record Case(Position at, List<Expression> labels, Block body) {
        public Case {
            labels = List.copyOf(labels);
        }
    }

    /** A case of a match; the pattern is lowered to the expression that it resembles, names in it are bound. */
    record MatchCase(Position at, Expression pattern, Optional<Expression> guard, Block body) {}

    /** An exception handler; no type for a bare {@code except}; {@code group} for {@code except*}. */
    record Handler(Position at, Optional<Expression> type, Optional<Expression> target, Block body, boolean group) {}

    /** A context manager of a with statement. */
    record Item(Expression context, Optional<Expression> target) {}

    /** An imported name and what it is bound to; {@code asName} is empty where there is no {@code as}. */
    record Alias(Position at, String name, String asName) {}
}
