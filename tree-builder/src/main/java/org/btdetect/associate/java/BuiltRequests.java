package org.btdetect.associate.java;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.frontend.java.JavaExpression;
import org.btdetect.frontend.java.JavaType;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.client.ClientRequest;
import org.btdetect.tree.client.Step;

/**
 * Requests that a service's methods build, as in openstack4j: {@code post(Type, uri("/servers/%s/action", id)).entity(action)}, where
 * the body's key is the root name that an annotation gives the entity's class. Methods of the own class and its superclasses are
 * followed with what they are given.
 */
final class BuiltRequests {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head");
    private static final String UNKNOWN = "{}";
    private static final int DEEPEST = 6;

    private final JavaSources sources;

    BuiltRequests(JavaSources sources) {
        this.sources = sources;
    }

    /** What a name stands for inside of a method: a variable's first value, or what a parameter is given. */
    private record Scope(JavaType type, JavaType.Method method, Map<String, JavaExpression> given, List<Step> via) {}

    List<ClientCall> calls() {
        List<ClientCall> calls = new ArrayList<>();
        for (JavaType type : sources.types()) {
            if (type.isInterface()) {
                continue;
            }
            for (JavaType.Method method : type.methods()) {
                Map<String, ClientRequest> requests = new LinkedHashMap<>();
                collect(new Scope(type, method, Map.of(), List.of()), requests);
                if (method.isPublic() && !requests.isEmpty()) {
                    calls.add(new ClientCall(
                            sources.component(),
                            ClientCall.Kind.METHOD,
                            type.name() + "." + method.name(),
                            sources.place(type, method.line()),
                            List.copyOf(requests.values()),
                            List.of(),
                            JavaClients.UNMATCHED));
                }
            }
        }
        return calls;
    }

    private void collect(Scope scope, Map<String, ClientRequest> found) {
        if (scope.via().size() > DEEPEST) {
            return;
        }
        Map<JavaExpression, JavaExpression> bodies = bodies(scope.method());
        for (JavaExpression.Call call : scope.method().calls()) {
            if (call.receiver().isPresent()) {
                continue;
            }
            Optional<String> address = VERBS.contains(call.name()) ? address(call) : Optional.empty();
            if (address.isPresent()) {
                add(scope, call, address.get(), Optional.ofNullable(bodies.get(call)), found);
            } else {
                callee(scope.type(), call).ifPresent(target -> collect(inside(scope, call, target), found));
            }
        }
    }

    /** {@code entity(body)} at the end of a chain of calls that starts with a request, by that request. */
    private static Map<JavaExpression, JavaExpression> bodies(JavaType.Method method) {
        Map<JavaExpression, JavaExpression> bodies = new HashMap<>();
        for (JavaExpression.Call call : method.calls()) {
            if (call.name().equals("entity") && !call.arguments().isEmpty()) {
                Optional<JavaExpression> start = call.receiver();
                while (start.isPresent()
                        && start.get() instanceof JavaExpression.Call inner
                        && inner.receiver().isPresent()) {
                    start = inner.receiver();
                }
                start.ifPresent(request -> bodies.put(request, call.arguments().get(0)));
            }
        }
        return bodies;
    }

    private static Optional<String> address(JavaExpression.Call call) {
        for (JavaExpression argument : call.arguments()) {
            Optional<String> text =
                    argument instanceof JavaExpression.Call uri && uri.name().equals("uri")
                            ? text(
                                    uri.arguments().isEmpty()
                                            ? argument
                                            : uri.arguments().get(0))
                            : text(argument);
            if (text.filter(path -> path.startsWith("/")).isPresent()) {
                return text.map(path -> path.replaceAll("%[sd]", UNKNOWN));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JavaExpression expression) {
        if (expression instanceof JavaExpression.Text text) {
            return Optional.of(text.value());
        }
        return expression instanceof JavaExpression.Other other
                ? other.parts().stream().flatMap(part -> text(part).stream()).findFirst()
                : Optional.empty();
    }

    private Optional<JavaType.Method> callee(JavaType type, JavaExpression.Call call) {
        return callee(type, call, DEEPEST);
    }

    /** @param levels how far up to look: a class may extend one of another package that has its own simple name */
    private Optional<JavaType.Method> callee(JavaType type, JavaExpression.Call call, int levels) {
        Optional<JavaType.Method> own = type.methods().stream()
                .filter(method -> method.name().equals(call.name())
                        && method.parameters().size() == call.arguments().size())
                .findFirst();
        if (own.isPresent() || levels == 0) {
            return own;
        }
        return type.supertypes().stream()
                .map(sources::type)
                .flatMap(Optional::stream)
                .filter(above -> !above.isInterface())
                .flatMap(above -> callee(above, call, levels - 1).stream())
                .findFirst();
    }

    private Scope inside(Scope scope, JavaExpression.Call call, JavaType.Method target) {
        Map<String, JavaExpression> given = new HashMap<>();
        for (int i = 0; i < target.parameters().size(); i++) {
            given.put(
                    target.parameters().get(i), resolved(scope, call.arguments().get(i)));
        }
        List<Step> via = new ArrayList<>(scope.via());
        via.add(new Step(target.name(), sources.place(scope.type(), call.line())));
        return new Scope(scope.type(), target, given, via);
    }

    private static JavaExpression resolved(Scope scope, JavaExpression expression) {
        if (expression instanceof JavaExpression.Name name) {
            return scope.given().getOrDefault(name.id(), variable(scope.method(), expression));
        }
        return expression;
    }

    private void add(
            Scope scope,
            JavaExpression.Call call,
            String address,
            Optional<JavaExpression> body,
            Map<String, ClientRequest> found) {
        Set<String> keys = new LinkedHashSet<>();
        if (address.endsWith("/action")) {
            body.ifPresent(entity ->
                    rootNames(resolved(scope, entity), keys, scope.type().file(), 0));
            if (keys.isEmpty()) {
                keys.add(UNKNOWN);
            }
        } else {
            keys.add("");
        }
        Place evidence = sources.place(owner(scope), call.line());
        for (String key : keys) {
            Route route = new Route(call.name().toUpperCase(Locale.ROOT), address);
            ClientRequest request = new ClientRequest(route, key, evidence, scope.via(), List.of());
            found.putIfAbsent(request.toString(), request);
        }
    }

    /** The type whose file the running method stands in: the own one, or the superclass that has the method. */
    private JavaType owner(Scope scope) {
        return sources.types().stream()
                .filter(type -> type.methods().contains(scope.method()))
                .findFirst()
                .orElse(scope.type());
    }

    /** The root names of the classes that an expression may give an object of. */
    private void rootNames(JavaExpression expression, Set<String> names, String file, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (expression instanceof JavaExpression.OfType made) {
            sources.type(made.type(), file)
                    .flatMap(type -> type.annotation("JsonRootName"))
                    .ifPresent(names::add);
        } else if (expression instanceof JavaExpression.Call call) {
            int before = names.size();
            call.arguments().stream()
                    .filter(JavaExpression.OfType.class::isInstance)
                    .forEach(argument -> rootNames(argument, names, file, depth + 1));
            if (names.size() == before) {
                call.receiver()
                        .filter(JavaExpression.Name.class::isInstance)
                        .flatMap(name -> sources.type(((JavaExpression.Name) name).id()))
                        .ifPresent(type -> returned(type, call.name(), names, depth));
            }
        }
    }

    /** {@code T.create(...)}: what the method returns, or an object of the class itself. */
    private void returned(JavaType type, String method, Set<String> names, int depth) {
        int before = names.size();
        type.methods().stream()
                .filter(candidate -> candidate.name().equals(method))
                .forEach(found -> found.returns()
                        .forEach(result -> rootNames(variable(found, result.value()), names, type.file(), depth + 1)));
        if (names.size() == before) {
            type.annotation("JsonRootName").ifPresent(names::add);
        }
    }

    /** What a variable is first set to, where the expression is one. */
    private static JavaExpression variable(JavaType.Method method, JavaExpression expression) {
        return expression instanceof JavaExpression.Name name
                ? method.variables().getOrDefault(name.id(), expression)
                : expression;
    }
}
