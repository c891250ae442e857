package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/**
 * What an instance's attributes hold. An object is known by its class and the arguments of its construction, so an attribute's
 * value is a function of the object: what the constructor writes for these arguments; where that tells nothing, what the class's
 * other methods write, run with arguments of which nothing is known. No order of calls matters.
 */
final class Fields {

    private final Interpreter interpreter;
    private final Map<Key, Value> known = new HashMap<>();
    private final Map<Key, Integer> inProgress = new HashMap<>();
    private final Map<PyClass, Map<String, Set<String>>> writers = new HashMap<>();

    private record Key(Atom.Instance instance, String name) {}

    Fields(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Value read(Atom.Instance instance, String name) {
        Optional<Value> running = interpreter.activations().writtenByRunningConstructor(instance, name);
        if (running.isPresent()) {
            return running.get();
        }
        Key key = new Key(instance, name);
        Value value = known.get(key);
        if (value != null) {
            return value;
        }
        Integer asked = inProgress.get(key);
        if (asked != null) {
            interpreter.activations().rely(asked);
            return Value.NOTHING;
        }
        inProgress.put(key, interpreter.activations().depth());
        value = evaluate(instance, name);
        inProgress.remove(key);
        if (interpreter.activations().isClean()) {
            known.put(key, value);
        }
        return value;
    }

    private Value evaluate(Atom.Instance instance, String name) {
        Value value = interpreter.activations().constructorWrites(instance).getOrDefault(name, Value.NOTHING);
        if (value.atoms().stream().anyMatch(Fields::tellsSomething)) {
            return value;
        }
        for (PyClass type : interpreter.classes().linearisation(instance.type()).classes()) {
            for (String method : writersOf(type).getOrDefault(name, Set.of())) {
                value = value.join(writtenBy(instance, type, method, name));
            }
        }
        return value;
    }

    private static boolean tellsSomething(Atom atom) {
        return !(atom instanceof Atom.Unknown || atom instanceof Atom.Data || Constants.isNone(atom));
    }

    private Value writtenBy(Atom.Instance instance, PyClass type, String method, String name) {
        Optional<Classes.Member> member = interpreter.classes().member(type, Optional.empty(), method);
        if (member.isEmpty()) {
            return Value.NOTHING;
        }
        Value written = Value.NOTHING;
        for (Atom atom : member.get().value().atoms()) {
            Optional<Atom.Closure> body = interpreter.functions().undecorated(atom);
            if (body.isPresent()) {
                Arguments arguments = Arguments.unknown().prepend(Value.of(instance));
                written = written.join(
                        interpreter.activations().writes(body.get(), arguments).getOrDefault(name, Value.NOTHING));
            }
        }
        return written;
    }

    /** Attribute name to the names of the methods, constructor apart, that assign it. */
    private Map<String, Set<String>> writersOf(PyClass type) {
        return writers.computeIfAbsent(type, key -> {
            Map<String, Set<String>> found = new LinkedHashMap<>();
            for (Statement statement : type.definition().body().statements()) {
                if (statement instanceof Statement.FunctionDefinition definition
                        && !definition.function().name().equals("__init__")
                        && !definition.function().parameters().isEmpty()) {
                    String self = definition.function().parameters().get(0).name();
                    assigned(
                            definition.function().body().block(),
                            self,
                            definition.function().name(),
                            found);
                }
            }
            return found;
        });
    }

    private static void assigned(Block block, String self, String method, Map<String, Set<String>> found) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Assign assign) {
                assign.targets().forEach(target -> note(target, self, method, found));
            } else if (statement instanceof Statement.AnnotatedAssign assign) {
                note(assign.target(), self, method, found);
            }
            SubBlocks.of(statement).forEach(inner -> assigned(inner, self, method, found));
        }
    }

    private static void note(Expression target, String self, String method, Map<String, Set<String>> found) {
        if (target instanceof Expression.Attribute attribute
                && attribute.target() instanceof Expression.Name name
                && name.id().equals(self)) {
            found.computeIfAbsent(attribute.name(), key -> new LinkedHashSet<>())
                    .add(method);
        } else if (target instanceof Expression.Collection collection) {
            collection.elements().forEach(element -> note(element, self, method, found));
        }
    }
}
