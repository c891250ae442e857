package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;

/**
 * The operations that users can ask for: each route, and for a route whose method is {@code action} each key of the request's body
 * that {@code @wsgi.action} declares on a method of its controllers.
 */
public final class RestActions {

    /** Under which the requests on a virtual machine stand. */
    private static final String SERVERS = "/servers";

    private final Interpreter interpreter;

    public RestActions(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * An operation with its handler.
     *
     * @param key the body's key of an action; empty for a route of its own
     * @param handlers the bound methods that may serve it: alternatives by version of the request
     * @param body what the request's body may hold
     */
    public record Operation(
            String key,
            Route route,
            String handlerName,
            Place declaration,
            Value handlers,
            Optional<Value> body,
            Map<String, Value> request) {

        /** The arguments of the handler, the body replaced. */
        public Arguments arguments(Optional<Value> otherBody) {
            Map<String, Value> all = new TreeMap<>(request);
            otherBody.ifPresent(value -> all.put("body", value));
            return new Arguments(List.of(), Bindings.of(all), Value.NOTHING, Value.NOTHING);
        }
    }

    public List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        for (RestRoutes.DeclaredRoute route : new RestRoutes(interpreter).under(SERVERS)) {
            if (route.handler().equals("action")) {
                operations.addAll(actions(route));
            } else {
                method(route, route.controllers().get(0), route.handler(), "").ifPresent(operations::add);
            }
        }
        return operations;
    }

    private List<Operation> actions(RestRoutes.DeclaredRoute route) {
        Map<String, Operation> found = new LinkedHashMap<>();
        for (PyClass controller : route.controllers()) {
            for (PyClass type : interpreter.linearisation(controller)) {
                actionsOf(type)
                        .forEach((key, method) -> method(route, controller, method, key)
                                .ifPresent(operation -> found.putIfAbsent(key, operation)));
            }
        }
        return List.copyOf(found.values());
    }

    /** Body key to method name, as the decorators of a class's methods declare. */
    private static Map<String, String> actionsOf(PyClass type) {
        Map<String, String> actions = new LinkedHashMap<>();
        for (Statement statement : type.definition().body().statements()) {
            if (statement instanceof Statement.FunctionDefinition definition) {
                for (Expression decorator : definition.decorators()) {
                    actionKey(decorator)
                            .ifPresent(key ->
                                    actions.put(key, definition.function().name()));
                }
            }
        }
        return actions;
    }

    private static Optional<String> actionKey(Expression decorator) {
        if (decorator instanceof Expression.Call call
                && call.calleeText().equals("wsgi.action")
                && !call.arguments().isEmpty()
                && call.arguments().get(0).value() instanceof Expression.Literal literal
                && literal.value() instanceof Constant.Text key) {
            return Optional.of(key.value());
        }
        return Optional.empty();
    }

    private Optional<Operation> method(RestRoutes.DeclaredRoute route, PyClass controller, String name, String key) {
        Value handlers = interpreter.attribute(Value.of(new Atom.Instance(controller, Bindings.EMPTY)), name);
        Optional<Function> definition = handlers.atoms().stream()
                .map(interpreter::function)
                .flatMap(Optional::stream)
                .map(function -> function.definition())
                .findFirst();
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> body = definition.get().parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals("body"))
                ? Optional.of(new RequestSchemas(interpreter).body(controller, name))
                : Optional.empty();
        return Optional.of(new Operation(
                key,
                new Route(route.method(), route.path()),
                name,
                route.declaration(),
                handlers,
                body,
                request(definition.get(), body)));
    }

    /** The framework passes everything by keyword: the request, the parts of the path, the body. */
    private static Map<String, Value> request(Function handler, Optional<Value> body) {
        Map<String, Value> arguments = new TreeMap<>();
        List<Parameter> parameters = handler.parameters();
        for (Parameter parameter : parameters.subList(Math.min(1, parameters.size()), parameters.size())) {
            boolean named =
                    parameter.kind() == Parameter.Kind.ORDINARY || parameter.kind() == Parameter.Kind.KEYWORD_ONLY;
            if (named && parameter.defaultValue().isEmpty()) {
                arguments.put(parameter.name(), Value.DATA);
            }
        }
        if (arguments.containsKey("req")) {
            arguments.put("req", Value.of(new Atom.External("webob.Request")));
        }
        body.ifPresent(value -> arguments.put("body", value));
        return arguments;
    }
}
