package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.program.Block;
import org.btdetect.program.Children;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Statement;

/**
 * Methods that do nothing with a parameter but keep it in an attribute ({@code def register(self, callback): self._callback =
 * callback}): the attribute holds the methods that the program's calls of a method of this name pass, read off their text
 * ({@code driver.register(self.handle)}).
 */
public final class Setters {

    /** The kind of a modelled object that stands for a method that was registered to be called when something happens. */
    public static final String CALLBACK = "registered-callback";

    private static final int MOST_CALLS = 8;

    private final Interpreter interpreter;
    private final Map<String, Value> known = new HashMap<>();

    Setters(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** What a method writes to an attribute: {@code written}, or what calls are known to pass where that is not known. */
    Value known(PyClass owner, String method, String attribute, Value written) {
        if (!written.isUnknown() || interpreter.outsideWrites().areOpen()) {
            return written;
        }
        Optional<Integer> position = function(owner, method).flatMap(function -> position(function, attribute));
        if (position.isEmpty()) {
            return written;
        }
        Value passed = known.computeIfAbsent(method + "/" + position.get(), key -> passed(method, position.get()));
        return passed.isNothing() ? written : passed;
    }

    private static Optional<Function> function(PyClass owner, String method) {
        return owner.definition().body().statements().stream()
                .filter(Statement.FunctionDefinition.class::isInstance)
                .map(statement -> ((Statement.FunctionDefinition) statement).function())
                .filter(function -> function.name().equals(method))
                .findFirst();
    }

    /** The position among the arguments of a call of the parameter that is kept in the attribute. */
    private static Optional<Integer> position(Function function, String attribute) {
        for (Statement statement : function.body().block().statements()) {
            if (statement instanceof Statement.Assign assign
                    && assign.value() instanceof Expression.Name value
                    && assign.targets().size() == 1
                    && assign.targets().get(0) instanceof Expression.Attribute target
                    && target.name().equals(attribute)) {
                for (int i = 1; i < function.parameters().size(); i++) {
                    if (function.parameters().get(i).name().equals(value.id())) {
                        return Optional.of(i - 1);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Value passed(String method, int position) {
        List<Value> values = new ArrayList<>();
        for (String module : interpreter.source().modulesContaining("." + method + "(self.")) {
            interpreter
                    .module(module)
                    .ifPresent(loaded -> loaded.classes()
                            .forEach(definition -> interpreter
                                    .pyClass(module, definition.name())
                                    .ifPresent(type -> new Search(type, method, position, values).all())));
        }
        return values.size() > MOST_CALLS ? Value.NOTHING : values.stream().reduce(Value.NOTHING, Value::join);
    }

    /** The calls in a class's methods that pass a method of the same object. */
    private final class Search {

        private final PyClass type;
        private final String method;
        private final int position;
        private final List<Value> values;

        Search(PyClass type, String method, int position, List<Value> values) {
            this.type = type;
            this.method = method;
            this.position = position;
            this.values = values;
        }

        void all() {
            for (Statement statement : type.definition().body().statements()) {
                if (statement instanceof Statement.FunctionDefinition definition) {
                    block(definition.function().body().block());
                }
            }
        }

        private void block(Block block) {
            for (Statement statement : block.statements()) {
                if (statement instanceof Statement.ExpressionStatement expression) {
                    expression(expression.expression());
                }
                SubBlocks.of(statement).forEach(this::block);
            }
        }

        private void expression(Expression expression) {
            if (expression instanceof Expression.Call call
                    && call.callee() instanceof Expression.Attribute callee
                    && callee.name().equals(method)
                    && call.arguments().size() > position
                    && call.arguments().get(position).value() instanceof Expression.Attribute passed
                    && passed.target() instanceof Expression.Name self
                    && self.id().equals("self")) {
                Value value = interpreter.attribute(Value.of(new Atom.Instance(type, Bindings.EMPTY)), passed.name());
                Value callback = value.filter(Libraries::isFunction);
                if (!callback.isNothing()) {
                    values.add(Value.of(new Atom.Modeled(CALLBACK, List.of(callback))));
                }
            }
            Children.of(expression).forEach(this::expression);
        }
    }
}
