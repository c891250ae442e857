package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.program.Block;
import org.btdetect.program.Children;
import org.btdetect.program.Expression;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;

/**
 * Which parameters can matter to what a function does: those that it uses for anything but as arguments of calls that reach
 * no boundary operation. Contexts that differ in other arguments are one.
 */
final class Relevance {

    private final Interpreter interpreter;
    private final Map<Block, Set<String>> names = Collections.synchronizedMap(new IdentityHashMap<>());

    Relevance(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Makes arguments that cannot matter unknown, and the list as long as the parameters. */
    List<CValue> project(Definition definition, List<CValue> arguments) {
        List<Parameter> parameters = definition.function().parameters();
        List<CValue> projected = new ArrayList<>();
        boolean known = false;
        for (int i = 0; i < parameters.size(); i++) {
            CValue value = i < arguments.size() ? arguments.get(i) : CValue.UNKNOWN;
            boolean ordinary = parameters.get(i).kind() == Parameter.Kind.ORDINARY;
            boolean kept = ordinary
                    && !value.isUnknown()
                    && relevant(definition).contains(parameters.get(i).name());
            projected.add(kept ? value : CValue.UNKNOWN);
            known |= kept;
        }
        return known ? projected : List.of();
    }

    private Set<String> relevant(Definition definition) {
        Block body = definition.function().body().block();
        Set<String> known = names.get(body);
        if (known == null) {
            known = new HashSet<>();
            block(body, definition.file(), known);
            names.put(body, known);
        }
        return known;
    }

    private void block(Block block, String file, Set<String> found) {
        for (Statement statement : block.statements()) {
            Substatements.expressions(statement).forEach(expression -> expression(expression, file, found));
            Substatements.blocks(statement).forEach(inner -> block(inner, file, found));
        }
    }

    private void expression(Expression expression, String file, Set<String> found) {
        if (expression instanceof Expression.Name name) {
            found.add(name.id());
        } else if (expression instanceof Expression.StatementExpression compound) {
            block(compound.body(), file, found);
        } else if (expression instanceof Expression.Call call
                && call.callee() instanceof Expression.Name callee
                && !interpreter.matters(callee.id(), file)) {
            call.arguments().forEach(argument -> nestedCalls(argument.value(), file, found));
            found.add(callee.id());
        } else {
            Children.of(expression).forEach(child -> expression(child, file, found));
        }
    }

    private void nestedCalls(Expression expression, String file, Set<String> found) {
        if (expression instanceof Expression.Call || expression instanceof Expression.Assignment) {
            expression(expression, file, found);
        } else {
            Children.of(expression).forEach(child -> nestedCalls(child, file, found));
        }
    }
}
