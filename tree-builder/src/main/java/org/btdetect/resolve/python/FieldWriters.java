package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/** Which methods of a class, its constructor apart, assign an attribute of their own object or change what it holds. */
final class FieldWriters {

    private final Map<PyClass, Map<String, Set<String>>> known = new HashMap<>();

    /** @return the names of the methods in the class's body, in the order of the source */
    Set<String> of(PyClass type, String attribute) {
        return known.computeIfAbsent(type, FieldWriters::writers).getOrDefault(attribute, Set.of());
    }

    private static Map<String, Set<String>> writers(PyClass type) {
        Map<String, Set<String>> found = new LinkedHashMap<>();
        for (Statement statement : type.definition().body().statements()) {
            if (statement instanceof Statement.FunctionDefinition definition
                    && !definition.function().name().equals("__init__")
                    && !definition.function().parameters().isEmpty()) {
                String self = definition.function().parameters().get(0).name();
                Method method = new Method(self, definition.function().name(), found);
                method.block(definition.function().body().block());
            }
        }
        return found;
    }

    private record Method(String self, String name, Map<String, Set<String>> found) {

        void block(Block block) {
            for (Statement statement : block.statements()) {
                statement(statement);
                SubBlocks.of(statement).forEach(this::block);
            }
        }

        private void statement(Statement statement) {
            if (statement instanceof Statement.Assign assign) {
                assign.targets().forEach(this::target);
            } else if (statement instanceof Statement.AnnotatedAssign assign) {
                target(assign.target());
            } else if (statement instanceof Statement.AugmentedAssign assign) {
                target(assign.target());
            } else if (statement instanceof Statement.FunctionDefinition definition) {
                block(definition.function().body().block());
            } else if (statement instanceof Statement.ExpressionStatement expression
                    && expression.expression() instanceof Expression.Call call
                    && call.callee() instanceof Expression.Attribute method
                    && Mutations.mayChange(method.name())) {
                target(method.target());
            }
        }

        private void target(Expression target) {
            if (target instanceof Expression.Attribute attribute
                    && attribute.target() instanceof Expression.Name object
                    && object.id().equals(self)) {
                found.computeIfAbsent(attribute.name(), key -> new LinkedHashSet<>())
                        .add(name);
            } else if (target instanceof Expression.Subscript subscript) {
                target(subscript.target());
            } else if (target instanceof Expression.Collection collection) {
                collection.elements().forEach(this::target);
            }
        }
    }
}
