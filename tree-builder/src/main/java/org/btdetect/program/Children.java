package org.btdetect.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The expressions directly inside an expression, in the order of the source; bodies of lambdas and statement expressions are not entered. */
public final class Children implements ExpressionVisitor<List<Expression>> {

    private static final Children VISITOR = new Children();

    private Children() {}

    public static List<Expression> of(Expression expression) {
        return expression.accept(VISITOR);
    }

    @Override
    public List<Expression> visitName(Expression.Name name) {
        return List.of();
    }

    @Override
    public List<Expression> visitLiteral(Expression.Literal literal) {
        return List.of();
    }

    @Override
    public List<Expression> visitTemplate(Expression.Template template) {
        return template.parts();
    }

    @Override
    public List<Expression> visitAttribute(Expression.Attribute attribute) {
        return List.of(attribute.target());
    }

    @Override
    public List<Expression> visitCall(Expression.Call call) {
        List<Expression> parts = new ArrayList<>(List.of(call.callee()));
        call.arguments().forEach(argument -> parts.add(argument.value()));
        return parts;
    }

    @Override
    public List<Expression> visitSubscript(Expression.Subscript subscript) {
        return List.of(subscript.target(), subscript.index());
    }

    @Override
    public List<Expression> visitSlice(Expression.Slice slice) {
        List<Expression> parts = new ArrayList<>();
        slice.lower().ifPresent(parts::add);
        slice.upper().ifPresent(parts::add);
        slice.step().ifPresent(parts::add);
        return parts;
    }

    @Override
    public List<Expression> visitCollection(Expression.Collection collection) {
        return collection.elements();
    }

    @Override
    public List<Expression> visitMapping(Expression.Mapping mapping) {
        List<Expression> parts = new ArrayList<>();
        for (Expression.Entry entry : mapping.entries()) {
            entry.key().ifPresent(parts::add);
            parts.add(entry.value());
        }
        return parts;
    }

    @Override
    public List<Expression> visitInitializer(Expression.Initializer initializer) {
        List<Expression> parts = new ArrayList<>();
        for (Expression.Element element : initializer.elements()) {
            element.index().ifPresent(parts::add);
            parts.add(element.value());
        }
        return parts;
    }

    @Override
    public List<Expression> visitUnary(Expression.Unary unary) {
        return List.of(unary.operand());
    }

    @Override
    public List<Expression> visitBinary(Expression.Binary binary) {
        return List.of(binary.left(), binary.right());
    }

    @Override
    public List<Expression> visitComparison(Expression.Comparison comparison) {
        List<Expression> parts = new ArrayList<>(List.of(comparison.first()));
        comparison.steps().forEach(step -> parts.add(step.operand()));
        return parts;
    }

    @Override
    public List<Expression> visitLogical(Expression.Logical logical) {
        return logical.operands();
    }

    @Override
    public List<Expression> visitConditional(Expression.Conditional conditional) {
        return conditional.isShort()
                ? List.of(conditional.test(), conditional.otherwise())
                : List.of(conditional.test(), conditional.then(), conditional.otherwise());
    }

    @Override
    public List<Expression> visitLambda(Expression.Lambda lambda) {
        List<Expression> parts = new ArrayList<>();
        lambda.function()
                .parameters()
                .forEach(parameter -> parameter.defaultValue().ifPresent(parts::add));
        return parts;
    }

    @Override
    public List<Expression> visitComprehension(Expression.Comprehension comprehension) {
        List<Expression> parts = new ArrayList<>(List.of(comprehension.element()));
        comprehension.value().ifPresent(parts::add);
        for (Expression.Clause clause : comprehension.clauses()) {
            parts.add(clause.target());
            parts.add(clause.iterable());
            parts.addAll(clause.conditions());
        }
        return parts;
    }

    @Override
    public List<Expression> visitSuspension(Expression.Suspension suspension) {
        return optional(suspension.operand());
    }

    @Override
    public List<Expression> visitStarred(Expression.Starred starred) {
        return List.of(starred.value());
    }

    @Override
    public List<Expression> visitAssignment(Expression.Assignment assignment) {
        return List.of(assignment.target(), assignment.value());
    }

    @Override
    public List<Expression> visitCast(Expression.Cast cast) {
        return List.of(cast.operand());
    }

    @Override
    public List<Expression> visitStatementExpression(Expression.StatementExpression statementExpression) {
        return List.of();
    }

    @Override
    public List<Expression> visitOpaque(Expression.Opaque opaque) {
        return opaque.parts();
    }

    private static List<Expression> optional(Optional<Expression> expression) {
        return expression.map(List::of).orElse(List.of());
    }
}
