package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;

/**
 * The classes whose objects serve messages: those with a class attribute {@code target} that is a messaging target. A message goes
 * to an endpoint of its namespace that has the method, of a version that the endpoint serves; where several have it, to the one
 * whose module belongs to the service that listens to the topic.
 */
final class Endpoints {

    private List<Endpoint> known = List.of();

    /** @param object what the service makes of the class; where that is not known, an object made of nothing */
    private record Endpoint(PyClass type, Value object, Optional<String> namespace, Optional<String> version) {}

    Value method(
            Interpreter interpreter,
            String topic,
            Optional<String> namespace,
            Optional<String> version,
            String method) {
        List<Endpoint> candidates = endpoints(interpreter).stream()
                .filter(endpoint -> endpoint.namespace().equals(namespace))
                .filter(endpoint ->
                        interpreter.classAttribute(endpoint.type(), method).isPresent())
                .toList();
        List<Endpoint> listening = prefer(candidates, endpoint -> isOf(endpoint, topic));
        List<Endpoint> serving = prefer(listening, endpoint -> serves(endpoint.version(), version));
        Value methods = Value.NOTHING;
        for (Endpoint endpoint : serving) {
            methods = methods.join(interpreter.attribute(endpoint.object(), method));
        }
        return methods;
    }

    /** The classes of the endpoints, by name. */
    List<PyClass> types(Interpreter interpreter) {
        return endpoints(interpreter).stream().map(Endpoint::type).toList();
    }

    private static List<Endpoint> prefer(List<Endpoint> candidates, Predicate<Endpoint> preferred) {
        List<Endpoint> chosen = candidates.stream().filter(preferred).toList();
        return chosen.isEmpty() ? candidates : chosen;
    }

    private static boolean isOf(Endpoint endpoint, String topic) {
        return !topic.isEmpty() && ("." + endpoint.type().module().name() + ".").contains("." + topic + ".");
    }

    /** Same major version, and at least the minor one. */
    private static boolean serves(Optional<String> served, Optional<String> sent) {
        if (served.isEmpty() || sent.isEmpty()) {
            return true;
        }
        String[] ours = served.get().split("\\.");
        String[] theirs = sent.get().split("\\.");
        return ours.length == 2
                && theirs.length == 2
                && ours[0].equals(theirs[0])
                && Integer.parseInt(ours[1]) >= Integer.parseInt(theirs[1]);
    }

    private List<Endpoint> endpoints(Interpreter interpreter) {
        if (known.isEmpty()) {
            List<Endpoint> found = new ArrayList<>();
            for (String module : interpreter.source().modulesContaining("Target(")) {
                interpreter
                        .module(module)
                        .ifPresent(loaded -> loaded.classes().forEach(definition -> {
                            if (hasTarget(definition)) {
                                interpreter
                                        .pyClass(module, definition.name())
                                        .flatMap(type -> endpoint(interpreter, type))
                                        .ifPresent(found::add);
                            }
                        }));
            }
            found.sort(Comparator.comparing(endpoint -> endpoint.type().fullName()));
            known = found;
            Map<PyClass, Value> made = additional(interpreter, found);
            known = found.stream()
                    .map(endpoint -> made.containsKey(endpoint.type())
                            ? new Endpoint(
                                    endpoint.type(),
                                    made.getOrDefault(endpoint.type(), Value.NOTHING),
                                    endpoint.namespace(),
                                    endpoint.version())
                            : endpoint)
                    .toList();
        }
        return known;
    }

    /** The objects that endpoints register beside themselves, such as those that translate messages of another version. */
    private static Map<PyClass, Value> additional(Interpreter interpreter, List<Endpoint> endpoints) {
        Map<PyClass, Value> made = new HashMap<>();
        for (Endpoint endpoint : endpoints) {
            Value others = interpreter.attribute(endpoint.object(), "additional_endpoints");
            for (Atom atom : interpreter.element(others).atoms()) {
                if (atom instanceof Atom.Instance instance) {
                    made.merge(instance.type(), Value.of(instance), Value::join);
                }
            }
        }
        return made;
    }

    static boolean hasTarget(Statement.ClassDefinition definition) {
        return definition.body().statements().stream()
                .filter(Statement.Assign.class::isInstance)
                .flatMap(statement -> ((Statement.Assign) statement).targets().stream())
                .anyMatch(target ->
                        target instanceof Expression.Name name && name.id().equals("target"));
    }

    private static Optional<Endpoint> endpoint(Interpreter interpreter, PyClass type) {
        return interpreter
                .classAttribute(type, "target")
                .flatMap(value -> value.single(Atom.Modeled.class))
                .filter(target -> target.kind().equals(Messaging.TARGET))
                .map(target -> new Endpoint(
                        type,
                        Value.of(new Atom.Instance(type, Bindings.EMPTY)),
                        target.part(1).asText(),
                        target.part(2).asText()));
    }
}
