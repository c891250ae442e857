package org.btdetect.program;

import java.util.List;
import java.util.Optional;

/** An expression of any of the languages; one record for each shape, none for a language's own spelling of it. */
public sealed interface Expression {

    /** Where the expression starts: for a call or an attribute, where its target starts. */
    Position at();

    <R> R accept(ExpressionVisitor<R> visitor);

    record Name(Position at, String id) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitName(this);
        }
    }

    record Literal(Position at, Constant value) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitLiteral(this);
        }
    }

    /** Text put together from parts: an f-string, or C string literals with macros between them. */
    record Template(Position at, List<Expression> parts) implements Expression {
        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitTemplate(this);
        }
    }

    /** {@code target.name}; {@code indirect} for C's {@code target->name}. */
    record Attribute(Position at, Expression target, String name, boolean indirect) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitAttribute(this);
        }
    }

    /** A call, or in C what is written like one; {@code calleeText} is the callee exactly as written. */
    record Call(Position at, Expression callee, List<Argument> arguments, String calleeText) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    record Subscript(Position at, Expression target, Expression index) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitSubscript(this);
        }
    }

    record Slice(Position at, Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step)
            implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitSlice(this);
        }
    }

    /** A tuple, list or set display. */
    record Collection(Position at, CollectionKind kind, List<Expression> elements) implements Expression {
        public Collection {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitCollection(this);
        }
    }

    enum CollectionKind {
        TUPLE,
        LIST,
        SET
    }

    /** A dictionary display; an entry without a key is {@code **value}. */
    record Mapping(Position at, List<Entry> entries) implements Expression {
        public Mapping {
            entries = List.copyOf(entries);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitMapping(this);
        }
    }

    record Entry(Optional<Expression> key, Expression value) {}

    /** A C brace initialiser; a compound literal is a {@link Cast} of one. */
    record Initializer(Position at, List<Element> elements) implements Expression {
        public Initializer {
            elements = List.copyOf(elements);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitInitializer(this);
        }
    }

    /** One element of an initialiser: {@code .field = value}, {@code [index] = value}, or neither. */
    record Element(Optional<String> field, Optional<Expression> index, Expression value) {}

    record Unary(Position at, UnaryOperator operator, Expression operand) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    record Binary(Position at, BinaryOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code first op a op b ...}: Python's chain; C has one step. */
    record Comparison(Position at, Expression first, List<Step> steps) implements Expression {
        public Comparison {
            steps = List.copyOf(steps);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitComparison(this);
        }
    }

    record Step(ComparisonOperator operator, Expression operand) {}

    /** {@code and}/{@code or} with two or more operands, evaluated from the left until decided. */
    record Logical(Position at, boolean conjunction, List<Expression> operands) implements Expression {
        public Logical {
            operands = List.copyOf(operands);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitLogical(this);
        }
    }

    /** {@code then if test else otherwise}, {@code test ? then : otherwise}; GNU C's {@code a ?: b} repeats the test. */
    record Conditional(Position at, Expression test, Expression then, Expression otherwise) implements Expression {

        /** Whether it is {@code test ?: otherwise}, which evaluates its test once. */
        @SuppressWarnings("ReferenceEquality")
        public boolean isShort() {
            return test == then;
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    record Lambda(Position at, Function function) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitLambda(this);
        }
    }

    /** A comprehension or generator expression; {@code value} is a dictionary comprehension's. */
    record Comprehension(
            Position at, ComprehensionKind kind, Expression element, Optional<Expression> value, List<Clause> clauses)
            implements Expression {
        public Comprehension {
            clauses = List.copyOf(clauses);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitComprehension(this);
        }
    }

    enum ComprehensionKind {
        LIST,
        SET,
        MAPPING,
        GENERATOR
    }

    /** {@code for target in iterable if c1 if c2}. */
    record Clause(Expression target, Expression iterable, List<Expression> conditions) {
        public Clause {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code await}, {@code yield}, {@code yield from}; only a bare {@code yield} has no operand. */
    record Suspension(Position at, SuspensionKind kind, Optional<Expression> operand) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitSuspension(this);
        }
    }

    enum SuspensionKind {
        AWAIT,
        YIELD,
        YIELD_FROM
    }

    record Starred(Position at, Expression value) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitStarred(this);
        }
    }

    /** An assignment inside an expression: Python's walrus, C's {@code =}, {@code +=} and the like. */
    record Assignment(Position at, Expression target, Optional<BinaryOperator> operator, Expression value)
            implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitAssignment(this);
        }
    }

    /** A C or Java cast; {@code type} as written, white space folded. */
    record Cast(Position at, String type, Expression operand) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitCast(this);
        }
    }

    /** GNU C's {@code ({ ... })}. */
    record StatementExpression(Position at, Block body) implements Expression {
        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitStatementExpression(this);
        }
    }

    /** What has no shape of its own here ({@code sizeof}, a type as an argument, backquotes); calls inside are kept in {@code parts}. */
    record Opaque(Position at, String text, List<Expression> parts) implements Expression {
        public Opaque {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R accept(ExpressionVisitor<R> visitor) {
            return visitor.visitOpaque(this);
        }
    }
}
