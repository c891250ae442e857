package org.btdetect.grow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.associate.python.RestActions;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.EdgeKind;

/**
 * Names operations: by their key in the request; a route of {@code /servers} itself by its controller's method; a route below a
 * server by the one message that its handler casts (or calls, if it casts none), and where that is not one, by the method and the last
 * fixed part of the path.
 */
final class ActionNames {

    private static final int DEPTH_OF_A_SERVER = 2;

    private ActionNames() {}

    /** @return those of the operations that the wanted names can stand for: with a key, that; else all that need growing to be named */
    static List<RestActions.Operation> candidates(List<RestActions.Operation> operations, Set<String> wanted) {
        Set<String> keys = new TreeSet<>();
        operations.forEach(operation -> keys.add(operation.key()));
        boolean named = !wanted.isEmpty() && keys.containsAll(wanted);
        return operations.stream()
                .filter(operation ->
                        wanted.isEmpty() || (operation.key().isEmpty() ? !named : wanted.contains(operation.key())))
                .toList();
    }

    /** @return a name for each operation, all different, in the order of the operations */
    static Map<RestActions.Operation, String> of(Map<RestActions.Operation, Behavior> behaviors) {
        Map<RestActions.Operation, String> wished = new LinkedHashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        behaviors.forEach((operation, behavior) -> {
            String name = wish(operation, behavior);
            wished.put(operation, name);
            uses.merge(name, 1, Integer::sum);
        });
        Map<RestActions.Operation, String> names = new LinkedHashMap<>();
        Set<String> taken = new TreeSet<>();
        wished.forEach((operation, wish) -> {
            String name = uses.getOrDefault(wish, 0) == 1 ? wish : byRoute(operation);
            names.put(operation, taken.add(name) ? name : distinct(name, operation, taken));
        });
        return names;
    }

    /** @return the names that are known without growing, and those that growing gave; sorted */
    static List<String> known(List<RestActions.Operation> offered, Map<RestActions.Operation, String> named) {
        Set<String> known = new TreeSet<>(named.values());
        offered.stream()
                .map(RestActions.Operation::key)
                .filter(key -> !key.isEmpty())
                .forEach(known::add);
        return List.copyOf(known);
    }

    private static String distinct(String name, RestActions.Operation operation, Set<String> taken) {
        String longer = name + "-" + operation.route().method().toLowerCase(java.util.Locale.ROOT);
        taken.add(longer);
        return longer;
    }

    private static String wish(RestActions.Operation operation, Behavior behavior) {
        if (!operation.key().isEmpty()) {
            return operation.key();
        }
        boolean reads = operation.route().method().equals("GET");
        return reads || segments(operation).size() <= DEPTH_OF_A_SERVER
                ? byRoute(operation)
                : message(behavior).orElseGet(() -> byRoute(operation));
    }

    private static Optional<String> message(Behavior behavior) {
        Set<String> casts = new TreeSet<>();
        Set<String> calls = new TreeSet<>();
        Messages.sentBy(behavior, casts, calls);
        Set<String> sent = casts.isEmpty() ? calls : casts;
        return sent.size() == 1 ? Optional.of(sent.iterator().next().replace('_', '-')) : Optional.empty();
    }

    private static String byRoute(RestActions.Operation operation) {
        if (!operation.key().isEmpty()) {
            return operation.key();
        }
        List<String> segments = segments(operation);
        String handler = operation.handlerName().replace('_', '-');
        String last = segments.stream()
                .filter(segment -> !segment.startsWith("{"))
                .reduce((first, second) -> second)
                .orElse("");
        return segments.size() <= DEPTH_OF_A_SERVER && (segments.size() == 1 || last.equals(segments.get(0)))
                ? handler
                : handler + "-" + last;
    }

    private static List<String> segments(RestActions.Operation operation) {
        return List.of(operation.route().path().substring(1).split("/"));
    }

    /** The messages that a service sends itself, not those that the receivers send in turn. */
    private static final class Messages {

        static void sentBy(Behavior behavior, Set<String> casts, Set<String> calls) {
            Set<Object> seen = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
            walk(behavior, casts, calls, seen);
        }

        private static void walk(Behavior behavior, Set<String> casts, Set<String> calls, Set<Object> seen) {
            if (behavior instanceof Behavior.Invocation call) {
                String name = call.target().function();
                String method = name.substring(name.lastIndexOf('.') + 1);
                if (call.link().kind() == EdgeKind.RPC_CAST) {
                    casts.add(method);
                } else if (call.link().kind() == EdgeKind.RPC_CALL) {
                    calls.add(method);
                } else if (seen.add(call.target())) {
                    walk(call.target().behavior(), casts, calls, seen);
                }
            } else if (behavior instanceof Behavior.Enclosure enclosure && seen.add(enclosure.target())) {
                walk(enclosure.target().behavior(), casts, calls, seen);
            }
            Terms.parts(behavior).forEach(part -> walk(part, casts, calls, seen));
        }
    }
}
