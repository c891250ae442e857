package org.btdetect.resolve.c;

import org.btdetect.program.Expression;
import org.btdetect.program.TranslationUnit.Field;
import org.btdetect.program.UnaryOperator;

/** The declared types of expressions, as text; empty where no declaration tells. */
final class ExpressionTypes {

    private final CProgram program;
    private final TypeNames types;

    ExpressionTypes(CProgram program, TypeNames types) {
        this.program = program;
        this.types = types;
    }

    String of(Expression expression, Frame frame) {
        if (expression instanceof Expression.Name name) {
            return ofName(name.id(), frame);
        }
        if (expression instanceof Expression.Attribute attribute) {
            return types.field(of(attribute.target(), frame), attribute.name())
                    .map(Field::type)
                    .orElse("");
        }
        if (expression instanceof Expression.Call call) {
            return ofCall(call, frame);
        }
        if (expression instanceof Expression.Cast cast) {
            return cast.type();
        }
        if (expression instanceof Expression.Unary unary) {
            String operand = of(unary.operand(), frame);
            return unary.operator() == UnaryOperator.ADDRESS
                    ? operand + "*"
                    : unary.operator() == UnaryOperator.DEREFERENCE ? pointee(operand) : operand;
        }
        if (expression instanceof Expression.Subscript subscript) {
            return pointee(of(subscript.target(), frame));
        }
        if (expression instanceof Expression.Conditional conditional) {
            String then = of(conditional.then(), frame);
            return then.isEmpty() ? of(conditional.otherwise(), frame) : then;
        }
        if (expression instanceof Expression.Assignment assignment) {
            return of(assignment.target(), frame);
        }
        return expression instanceof Expression.Binary binary ? of(binary.left(), frame) : "";
    }

    private String ofName(String name, Frame frame) {
        String local = frame.types.get(name);
        return local != null
                ? local
                : program.variable(name, frame.definition.file())
                        .map(variable -> variable.global().type())
                        .orElse("");
    }

    private String ofCall(Expression.Call call, Frame frame) {
        if (!(call.callee() instanceof Expression.Name name)) {
            return "";
        }
        return program.functions(name.id(), frame.definition.file()).stream()
                .findFirst()
                .map(definition -> definition.source().returnType())
                .orElse("");
    }

    private static String pointee(String type) {
        int star = type.lastIndexOf('*');
        int bracket = type.lastIndexOf('[');
        int at = Math.max(star, bracket);
        return at < 0 ? type : type.substring(0, at);
    }
}
