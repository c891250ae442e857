package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;

/**
 * What decorators say of a controller's methods: {@code @wsgi.action('key')} serves requests with that key in the body, {@code
 * @wsgi.extends} runs after another controller's method of the same name, or after the action that it names.
 */
final class ControllerMethods {

    private static final String ACTION = "wsgi.action";
    private static final String EXTENDS = "wsgi.extends";

    private final Interpreter interpreter;

    ControllerMethods(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @return the classes of a controller and those that they inherit from */
    Set<PyClass> classes(Value controller) {
        Set<PyClass> classes = new LinkedHashSet<>();
        for (Atom atom : controller.atoms()) {
            if (atom instanceof Atom.Instance instance) {
                classes.addAll(interpreter.linearisation(instance.type()));
            }
        }
        return classes;
    }

    /** @return the keys of the actions that a controller serves, each with the name of the method */
    Map<String, String> actions(Value controller) {
        Map<String, String> actions = new LinkedHashMap<>();
        methods(controller)
                .forEach(method -> method.decorators()
                        .forEach(decorator -> key(decorator)
                                .ifPresent(key -> actions.putIfAbsent(
                                        key, method.function().name()))));
        return actions;
    }

    /**
     * The bound methods that run after a handler.
     *
     * @param key the body's key of an action; empty for a method
     */
    List<Value> extending(List<Value> controllers, String handler, String key) {
        List<Value> extending = new ArrayList<>();
        for (Value controller : controllers) {
            Set<String> names = new LinkedHashSet<>();
            methods(controller)
                    .filter(method -> method.decorators().stream()
                            .anyMatch(decorator -> extended(decorator, method)
                                    .equals(Optional.of(key.isEmpty() ? "." + handler : key))))
                    .forEach(method -> names.add(method.function().name()));
            names.forEach(name -> extending.add(interpreter.attribute(controller, name)));
        }
        return extending;
    }

    private Stream<Statement.FunctionDefinition> methods(Value controller) {
        return classes(controller).stream()
                .flatMap(type -> type.definition().body().statements().stream())
                .filter(Statement.FunctionDefinition.class::isInstance)
                .map(Statement.FunctionDefinition.class::cast);
    }

    private static Optional<String> key(Expression decorator) {
        return decorator instanceof Expression.Call call
                        && call.calleeText().equals(ACTION)
                        && !call.arguments().isEmpty()
                ? text(call.arguments().get(0).value())
                : Optional.empty();
    }

    /** What a method extends: an action's key, or a dot and a method's name. */
    private static Optional<String> extended(Expression decorator, Statement.FunctionDefinition method) {
        if (decorator instanceof Expression.Call call && call.calleeText().equals(EXTENDS)) {
            return call.arguments().stream()
                    .filter(argument -> argument.name().equals("action"))
                    .findFirst()
                    .flatMap(argument -> text(argument.value()))
                    .or(() -> Optional.of("." + method.function().name()));
        }
        boolean plain = decorator instanceof Expression.Attribute attribute
                && attribute.target() instanceof Expression.Name module
                && EXTENDS.equals(module.id() + "." + attribute.name());
        return plain ? Optional.of("." + method.function().name()) : Optional.empty();
    }

    private static Optional<String> text(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof Constant.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
