package org.btdetect.program;

/** A function over expressions, one case for each shape; a missing case is a compile error. */
public interface ExpressionVisitor<R> {

    R visitName(Expression.Name name);

    R visitLiteral(Expression.Literal literal);

    R visitTemplate(Expression.Template template);

    R visitAttribute(Expression.Attribute attribute);

    R visitCall(Expression.Call call);

    R visitSubscript(Expression.Subscript subscript);

    R visitSlice(Expression.Slice slice);

    R visitCollection(Expression.Collection collection);

    R visitMapping(Expression.Mapping mapping);

    R visitInitializer(Expression.Initializer initializer);

    R visitUnary(Expression.Unary unary);

    R visitBinary(Expression.Binary binary);

    R visitComparison(Expression.Comparison comparison);

    R visitLogical(Expression.Logical logical);

    R visitConditional(Expression.Conditional conditional);

    R visitLambda(Expression.Lambda lambda);

    R visitComprehension(Expression.Comprehension comprehension);

    R visitSuspension(Expression.Suspension suspension);

    R visitStarred(Expression.Starred starred);

    R visitAssignment(Expression.Assignment assignment);

    R visitCast(Expression.Cast cast);

    R visitStatementExpression(Expression.StatementExpression statementExpression);

    R visitOpaque(Expression.Opaque opaque);
}
