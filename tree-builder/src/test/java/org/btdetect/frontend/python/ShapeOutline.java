package org.btdetect.frontend.python;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.program.Block;
import org.btdetect.program.Children;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Module;
import org.btdetect.program.Statement;
import org.btdetect.program.StatementParts;

/** What a module defines and calls, with callees reduced to names, attributes, calls and subscripts. */
final class ShapeOutline {
    private final List<String> rows = new ArrayList<>();
    private String scope = "";

    static List<String> of(Module module) {
        ShapeOutline outline = new ShapeOutline();
        outline.block(module.body());
        return outline.rows;
    }

    private void block(Block block) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.FunctionDefinition definition) {
                definition.decorators().forEach(this::expression);
                defaults(definition.function());
                inside(
                        "function",
                        definition.function().name(),
                        definition.function().body().block());
            } else if (statement instanceof Statement.ClassDefinition definition) {
                definition.decorators().forEach(this::expression);
                definition.bases().forEach(base -> expression(base.value()));
                inside("class", definition.name(), definition.body());
            } else {
                StatementParts parts = StatementParts.of(statement);
                parts.expressions().forEach(this::expression);
                parts.blocks().forEach(this::block);
            }
        }
    }

    private void inside(String kind, String name, Block body) {
        String outer = scope;
        scope = outer.isEmpty() ? name : outer + "." + name;
        rows.add(kind + " " + scope);
        block(body);
        scope = outer;
    }

    private void defaults(Function function) {
        function.parameters().forEach(parameter -> parameter.defaultValue().ifPresent(this::expression));
    }

    private void expression(Expression expression) {
        if (expression instanceof Expression.Call call) {
            rows.add("call " + scope + " " + shape(call.callee()));
        }
        if (expression instanceof Expression.Lambda lambda) {
            defaults(lambda.function());
            block(lambda.function().body().block());
        } else {
            Children.of(expression).forEach(this::expression);
        }
    }

    private static String shape(Expression callee) {
        if (callee instanceof Expression.Name name) {
            return name.id();
        }
        if (callee instanceof Expression.Attribute attribute) {
            return shape(attribute.target()) + "." + attribute.name();
        }
        if (callee instanceof Expression.Call call) {
            return shape(call.callee()) + "()";
        }
        if (callee instanceof Expression.Subscript subscript) {
            return shape(subscript.target()) + "[]";
        }
        return "?";
    }
}
