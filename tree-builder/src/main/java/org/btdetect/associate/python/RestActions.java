package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;

/**
 * The operations that users can ask for: each route, and for a route whose method is {@code action} each key of the request's body
 * that {@code @wsgi.action} declares on a method of its controllers. Where several APIs serve one operation, it has an implementation
 * for each.
 */
public final class RestActions {

    /** Under which the requests on a virtual machine stand. */
    private static final String SERVERS = "/servers";

    private static final String DISPATCHER = "action";
    private static final String BODY = "body";

    private final Interpreter interpreter;
    private final RouteMapper mapper;
    private final ControllerMethods methods;

    /** @param mapper the one among the interpreter's models */
    public RestActions(Interpreter interpreter, RouteMapper mapper) {
        this.interpreter = interpreter;
        this.mapper = mapper;
        this.methods = new ControllerMethods(interpreter);
    }

    /**
     * An operation with what serves it.
     *
     * @param key the body's key of an action; empty for a route of its own
     * @param body what the request's body may hold; empty if the operation takes none
     * @param implementations one for each API that offers the operation
     */
    public record Operation(
            String key,
            Route route,
            String handlerName,
            Place declaration,
            Optional<Value> body,
            List<Implementation> implementations) {

        public Operation {
            implementations = List.copyOf(implementations);
        }

        /** One operation of two APIs; what the body may hold is taken from the one that says more. */
        private Operation with(Operation other) {
            List<Implementation> all = new ArrayList<>(implementations);
            all.addAll(other.implementations);
            boolean open = body.isEmpty() || body.get().equals(Value.DATA);
            return new Operation(key, route, handlerName, declaration, open ? other.body.or(() -> body) : body, all);
        }
    }

    /**
     * What serves an operation in one API.
     *
     * @param handlers the bound methods that may serve it: alternatives by version of the request
     * @param extensions the bound methods that run after the handler
     */
    public record Implementation(Value handlers, List<Value> extensions) {

        public Implementation {
            extensions = List.copyOf(extensions);
        }
    }

    public List<Operation> all() {
        Map<String, Operation> operations = new LinkedHashMap<>();
        List<DeclaredRoute> routes = new ArrayList<>(new RestRoutes(interpreter).under(SERVERS));
        routes.addAll(new ExtensionRoutes(interpreter, mapper).under(SERVERS));
        for (DeclaredRoute route : routes) {
            offered(route).forEach(operation -> operations.merge(identity(operation), operation, Operation::with));
        }
        return List.copyOf(operations.values());
    }

    /** The names of a path's variable parts tell no operations apart. */
    private static String identity(Operation operation) {
        String path = operation.route().path().replaceAll("\\{[^}]*}", "{}");
        return operation.route().method() + " " + path + " " + operation.key();
    }

    private List<Operation> offered(DeclaredRoute route) {
        if (!route.handler().equals(DISPATCHER)) {
            return method(route, route.controllers().get(0), route.handler(), "").stream()
                    .toList();
        }
        Map<String, Operation> found = new LinkedHashMap<>();
        for (Value controller : route.controllers()) {
            methods.actions(controller)
                    .forEach((key, method) -> method(route, controller, method, key)
                            .ifPresent(operation -> found.putIfAbsent(key, operation)));
        }
        return List.copyOf(found.values());
    }

    private Optional<Operation> method(DeclaredRoute route, Value controller, String name, String key) {
        Value handlers = interpreter.attribute(controller, name);
        Optional<Function> definition = definition(handlers);
        if (definition.isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> body = definition.get().parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(BODY))
                ? Optional.of(new RequestSchemas(interpreter).body(methods.classes(controller), name))
                : Optional.empty();
        return Optional.of(new Operation(
                key,
                new Route(route.method(), route.path()),
                name,
                route.declaration(),
                body,
                List.of(new Implementation(handlers, methods.extending(route.controllers(), name, key)))));
    }

    private Optional<Function> definition(Value functions) {
        return functions.atoms().stream()
                .map(interpreter::function)
                .flatMap(Optional::stream)
                .map(function -> function.definition())
                .findFirst();
    }

    /** The framework passes everything by keyword: the request, the parts of the path, the body. */
    public Arguments arguments(Value function, Optional<Value> body) {
        Map<String, Value> arguments = new TreeMap<>();
        List<Parameter> parameters =
                definition(function).map(Function::parameters).orElse(List.of());
        for (Parameter parameter : parameters.subList(Math.min(1, parameters.size()), parameters.size())) {
            boolean named =
                    parameter.kind() == Parameter.Kind.ORDINARY || parameter.kind() == Parameter.Kind.KEYWORD_ONLY;
            if (parameter.name().equals(BODY)) {
                arguments.put(BODY, body.orElse(Value.DATA));
            } else if (named && parameter.defaultValue().isEmpty()) {
                arguments.put(parameter.name(), Value.DATA);
            }
        }
        arguments.computeIfPresent("req", (name, value) -> WebRequests.request());
        return new Arguments(List.of(), Bindings.of(arguments), Value.NOTHING, Value.NOTHING);
    }
}
