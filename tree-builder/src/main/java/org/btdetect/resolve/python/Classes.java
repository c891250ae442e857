package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Argument;

/** The linearisations of classes (C3) and the attributes that their bodies define. */
final class Classes {

    private final Interpreter interpreter;
    private final Map<PyClass, PyClass.Linearisation> linearisations = new HashMap<>();
    private final Set<PyClass> inProgress = new HashSet<>();
    private final Map<PyClass, Map<String, Value>> attributes = new HashMap<>();
    private final Set<String> attributesInProgress = new HashSet<>();

    Classes(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** An attribute of a class and the class whose body defines it. */
    record Member(PyClass definedIn, Value value) {}

    PyClass.Linearisation linearisation(PyClass type) {
        PyClass.Linearisation known = linearisations.get(type);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(type)) {
            return new PyClass.Linearisation(List.of(type), Optional.empty());
        }
        PyClass.Linearisation result = linearise(type);
        inProgress.remove(type);
        linearisations.put(type, result);
        return result;
    }

    private PyClass.Linearisation linearise(PyClass type) {
        List<List<PyClass>> sequences = new ArrayList<>();
        List<PyClass> bases = new ArrayList<>();
        Optional<String> external = Optional.empty();
        for (Argument base : type.definition().bases()) {
            if (base.kind() == Argument.Kind.KEYWORD) {
                continue;
            }
            for (Atom atom :
                    interpreter.expressions(around(type)).evaluate(base.value()).atoms()) {
                if (atom instanceof Atom.ClassRef reference) {
                    PyClass.Linearisation inherited = linearisation(reference.type());
                    bases.add(reference.type());
                    sequences.add(new ArrayList<>(inherited.classes()));
                    external = external.or(inherited::externalBase);
                } else if (atom instanceof Atom.External outside
                        && !outside.path().equals("builtins.object")) {
                    external = external.or(() -> Optional.of(outside.path()));
                }
            }
        }
        sequences.add(bases);
        List<PyClass> order = new ArrayList<>(List.of(type));
        order.addAll(merge(sequences));
        return new PyClass.Linearisation(List.copyOf(order), external);
    }

    /** Where the class's bases are evaluated. */
    private static Frame around(PyClass type) {
        return new Frame(type.module(), Optional.empty(), Optional.empty(), type.captured(), Bindings.EMPTY);
    }

    /** C3's merge; where no consistent order exists, the order of first mention. */
    private static Set<PyClass> merge(List<List<PyClass>> sequences) {
        Set<PyClass> order = new LinkedHashSet<>();
        List<List<PyClass>> rest = new ArrayList<>();
        sequences.forEach(sequence -> rest.add(new ArrayList<>(sequence)));
        while (true) {
            rest.removeIf(List::isEmpty);
            if (rest.isEmpty()) {
                return order;
            }
            PyClass next = rest.stream()
                    .map(sequence -> sequence.get(0))
                    .filter(head -> rest.stream()
                            .noneMatch(sequence ->
                                    sequence.subList(1, sequence.size()).contains(head)))
                    .findFirst()
                    .orElse(rest.get(0).get(0));
            order.add(next);
            rest.forEach(sequence -> sequence.remove(next));
        }
    }

    /** @return the attribute as found along the linearisation, from the class after {@code after} on if it is given */
    Optional<Member> member(PyClass type, Optional<PyClass> after, String name) {
        List<PyClass> order = linearisation(type).classes();
        int start = after.map(order::indexOf).orElse(-1) + 1;
        for (PyClass candidate : order.subList(start, order.size())) {
            List<Scope.Binding> bindings = candidate.scope().of(name);
            if (!bindings.isEmpty()) {
                return Optional.of(new Member(candidate, own(candidate, name, bindings)));
            }
        }
        return Optional.empty();
    }

    private Value own(PyClass type, String name, List<Scope.Binding> bindings) {
        Map<String, Value> known = attributes.computeIfAbsent(type, key -> new HashMap<>());
        Value value = known.get(name);
        if (value != null) {
            return value;
        }
        String key = type.fullName() + ":" + name;
        if (!attributesInProgress.add(key)) {
            return Value.NOTHING;
        }
        Frame frame = new Frame(type.module(), Optional.empty(), Optional.of(type), type.captured(), Bindings.EMPTY);
        value = interpreter.bindings(frame).value(name, bindings);
        attributesInProgress.remove(key);
        attributes.get(type).put(name, value);
        return value;
    }

    boolean isSubclass(PyClass type, PyClass base) {
        return linearisation(type).classes().contains(base);
    }
}
