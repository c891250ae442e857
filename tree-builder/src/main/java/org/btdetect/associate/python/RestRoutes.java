package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyModule;
import org.btdetect.resolve.python.Value;

/**
 * REST routes declared as a list: entries of a path and a dictionary from the HTTP method to a controller's factory and the name of
 * the controller's method. The list is known by its shape. The factory is a partial application whose arguments name the controller
 * class and the classes whose actions it also serves.
 */
public final class RestRoutes {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int FEWEST_ROUTES = 5;

    private final Interpreter interpreter;

    public RestRoutes(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @return the routes of every list in the program whose path starts with the prefix, in the order of declaration */
    public List<DeclaredRoute> under(String prefix) {
        Map<String, DeclaredRoute> routes = new LinkedHashMap<>();
        for (String name : interpreter.source().modulesContaining("'" + prefix)) {
            interpreter
                    .module(name)
                    .ifPresent(module -> module.assignments().values().forEach(value -> {
                        if (isRouteList(value)) {
                            declared(module, (Expression.Collection) value)
                                    .filter(route -> route.isUnder(prefix))
                                    .forEach(route -> routes.putIfAbsent(route.method() + " " + route.path(), route));
                        }
                    }));
        }
        return List.copyOf(routes.values());
    }

    private static boolean isRouteList(Expression value) {
        return value instanceof Expression.Collection list
                && list.elements().stream().filter(RestRoutes::isRoute).count() >= FEWEST_ROUTES;
    }

    private static boolean isRoute(Expression element) {
        return element instanceof Expression.Collection pair
                && pair.elements().size() == 2
                && text(pair.elements().get(0))
                        .filter(path -> path.startsWith("/"))
                        .isPresent()
                && pair.elements().get(1) instanceof Expression.Mapping;
    }

    private Stream<DeclaredRoute> declared(PyModule module, Expression.Collection list) {
        return list.elements().stream()
                .filter(RestRoutes::isRoute)
                .map(Expression.Collection.class::cast)
                .flatMap(route -> ofPath(module, route).stream());
    }

    private List<DeclaredRoute> ofPath(PyModule module, Expression.Collection route) {
        String path = text(route.elements().get(0)).orElseThrow();
        List<DeclaredRoute> routes = new ArrayList<>();
        for (Expression.Entry entry : ((Expression.Mapping) route.elements().get(1)).entries()) {
            Optional<String> method = entry.key().flatMap(RestRoutes::text).filter(METHODS::contains);
            if (method.isPresent() && entry.value() instanceof Expression.Collection target) {
                List<Value> controllers = new ArrayList<>();
                classes(interpreter.evaluate(module, target.elements().get(0)), controllers);
                Optional<String> handler =
                        text(target.elements().get(target.elements().size() - 1));
                if (!controllers.isEmpty() && handler.isPresent()) {
                    routes.add(new DeclaredRoute(
                            method.get(), path, controllers, handler.get(), module.place(route.at())));
                }
            }
        }
        return routes;
    }

    /** The classes that a factory is applied to, in the order of its arguments. */
    private void classes(Value value, List<Value> found) {
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.ClassRef reference) {
                found.add(Value.of(new Atom.Instance(reference.type(), Bindings.EMPTY)));
            } else if (atom instanceof Atom.Tuple tuple) {
                tuple.elements().forEach(element -> classes(element, found));
            } else if (atom instanceof Atom.Partial partial) {
                partial.positional().forEach(argument -> classes(argument, found));
                partial.keywords().asMap().values().forEach(argument -> classes(argument, found));
            }
        }
    }

    private static Optional<String> text(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.value() instanceof Constant.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
