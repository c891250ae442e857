package org.btdetect.frontend.java;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.Optional;

/** Lowers expressions. */
final class JavaExpressions {

    private JavaExpressions() {}

    static JavaExpression of(Expression expression) {
        if (expression instanceof StringLiteralExpr literal) {
            return new JavaExpression.Text(literal.asString());
        }
        if (expression instanceof NameExpr name) {
            return new JavaExpression.Name(name.getNameAsString());
        }
        if (expression instanceof FieldAccessExpr field) {
            return new JavaExpression.Name(field.getNameAsString());
        }
        if (expression instanceof ObjectCreationExpr created) {
            return new JavaExpression.OfType(created.getType().getNameAsString());
        }
        if (expression instanceof ClassExpr literal) {
            String type = literal.getType().asString();
            return new JavaExpression.OfType(type.substring(type.lastIndexOf('.') + 1));
        }
        if (expression instanceof EnclosedExpr enclosed) {
            return of(enclosed.getInner());
        }
        if (expression instanceof MethodCallExpr call) {
            return call(call);
        }
        return expression instanceof BinaryExpr binary ? binary(binary) : other(expression);
    }

    static JavaExpression.Call call(MethodCallExpr call) {
        Optional<JavaExpression> receiver = call.getScope().map(JavaExpressions::of);
        List<JavaExpression> arguments =
                call.getArguments().stream().map(JavaExpressions::of).toList();
        return new JavaExpression.Call(receiver, call.getNameAsString(), arguments, JavaFrontEnd.line(call.getName()));
    }

    private static JavaExpression binary(BinaryExpr binary) {
        JavaExpression left = of(binary.getLeft());
        JavaExpression right = of(binary.getRight());
        boolean texts = left instanceof JavaExpression.Text && right instanceof JavaExpression.Text;
        return texts && binary.getOperator() == BinaryExpr.Operator.PLUS
                ? new JavaExpression.Text(((JavaExpression.Text) left).value() + ((JavaExpression.Text) right).value())
                : new JavaExpression.Other(List.of(left, right));
    }

    private static JavaExpression other(Expression expression) {
        return new JavaExpression.Other(expression.getChildNodes().stream()
                .filter(Expression.class::isInstance)
                .map(child -> of((Expression) child))
                .toList());
    }
}
