package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an instance's attributes hold. An object is known by its class and the arguments of its construction, so an attribute's
 * value is a function of the object: what the constructor writes for these arguments; where that tells nothing, what the class's
 * other methods write, run with arguments of which nothing is known. No order of calls matters.
 */
final class Fields {

    private static final int MOST_ROUNDS = 3;

    private final Interpreter interpreter;
    private final Map<Key, Value> known = new HashMap<>();
    private final Map<Key, Search> inProgress = new HashMap<>();
    private final FieldWriters writers = new FieldWriters();
    private final Setters setters;

    private record Key(Atom object, String name) {}

    /** A value being found out, and what it is taken for where it is asked for meanwhile. */
    private static final class Search {
        private final Activations.Goal goal;
        private Value assumed = Value.NOTHING;
        private boolean relied;

        Search(Activations.Goal goal) {
            this.goal = goal;
        }
    }

    Fields(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.setters = new Setters(interpreter);
    }

    Value read(Atom.Instance instance, String name) {
        Value own = find(new Key(instance, name));
        PyClass.Linearisation type = interpreter.classes().linearisation(instance.type());
        return interpreter.outsideWrites().extend(type, name, own);
    }

    /** What methods of a class write to an attribute of the class itself. */
    Value read(Atom.ClassRef type, String name) {
        boolean written = interpreter.classes().linearisation(type.type()).classes().stream()
                .anyMatch(owner -> !writers.of(owner, name).isEmpty());
        return written ? find(new Key(type, name)) : Value.NOTHING;
    }

    private Value find(Key key) {
        Value value = known.get(key);
        if (value != null) {
            return value;
        }
        Search search = inProgress.get(key);
        if (search == null) {
            return search(key);
        }
        search.relied = true;
        interpreter.activations().rely(search.goal);
        return search.assumed;
    }

    private Value search(Key key) {
        Search search = new Search(interpreter.activations().enter());
        inProgress.put(key, search);
        Value value = evaluate(key);
        for (int round = 1; round < MOST_ROUNDS && search.relied && !value.equals(search.assumed); round++) {
            search.assumed = value;
            interpreter.activations().forget(search.goal);
            value = value.join(evaluate(key));
        }
        inProgress.remove(key);
        if (interpreter.activations().leave(search.goal)) {
            known.put(key, value);
        }
        return value;
    }

    private Value evaluate(Key key) {
        Value value = Value.NOTHING;
        PyClass type;
        if (key.object() instanceof Atom.Instance instance) {
            type = instance.type();
            value = interpreter.activations().constructorWrites(instance).getOrDefault(key.name(), Value.NOTHING);
            if (value.atoms().stream().anyMatch(Fields::tellsAll)) {
                return value;
            }
        } else {
            type = ((Atom.ClassRef) key.object()).type();
        }
        for (PyClass owner : interpreter.classes().linearisation(type).classes()) {
            for (String method : writers.of(owner, key.name())) {
                value = value.join(writtenBy(key, owner, method));
            }
        }
        return value;
    }

    /** Whether the constructor alone decides; a collection may be filled later, and a flag be changed. */
    private static boolean tellsAll(Atom atom) {
        return !(atom instanceof Atom.Unknown
                || atom instanceof Atom.Const
                || atom instanceof Atom.Data
                || atom instanceof Atom.Tuple
                || atom instanceof Atom.Elements
                || atom instanceof Atom.Dictionary);
    }

    private Value writtenBy(Key key, PyClass owner, String method) {
        Optional<Classes.Member> member = interpreter.classes().member(owner, Optional.empty(), method);
        if (member.isEmpty()) {
            return Value.NOTHING;
        }
        Value written = Value.NOTHING;
        for (Atom atom : member.get().value().atoms()) {
            Optional<Atom.Closure> body = interpreter.functions().undecorated(atom);
            if (body.isPresent() && isMethodOf(key.object(), atom)) {
                Arguments arguments = Arguments.unknown().prepend(Value.of(key.object()));
                Value one =
                        interpreter.activations().writes(body.get(), arguments).getOrDefault(key.name(), Value.NOTHING);
                written = written.join(setters.known(owner, method, key.name(), one));
            }
        }
        return written;
    }

    private static boolean isMethodOf(Atom object, Atom method) {
        boolean ofClass =
                method instanceof Atom.Modeled modeled && modeled.kind().equals(Descriptors.CLASS_METHOD);
        return ofClass == object instanceof Atom.ClassRef;
    }
}
