package org.btdetect.associate.python;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.PyFunction;
import org.btdetect.resolve.python.Setters;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.RootKind;

/**
 * Methods that one object registers with another, to be called when something happens. What such a method does is an activity of
 * its own; where it is called, a tree ends with the event's name.
 */
public final class Callbacks implements LibraryModel {

    private final Map<String, Value> called = new TreeMap<>();

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (!call.path().equals(Setters.CALLBACK + ".__call__")
                || call.receiver().isEmpty()) {
            return Optional.empty();
        }
        Value callback = ((Atom.Modeled) call.receiver().get()).part(0);
        String name = name(call.interpreter(), callback);
        called.merge(name, callback, Value::join);
        return Optional.of(Outcome.of(
                Value.NONE,
                new Behavior.Operation(
                        call.link().ofKind(EdgeKind.CALLBACK),
                        Layer.COMPUTE,
                        RootKind.EVENT.id() + ":" + name,
                        "",
                        false)));
    }

    private static String name(Interpreter interpreter, Value callback) {
        return function(interpreter, callback)
                .map(function -> function.definition().qualifiedName())
                .orElse("");
    }

    private static Optional<PyFunction> function(Interpreter interpreter, Value callback) {
        return callback.atoms().stream()
                .map(interpreter::function)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The activities of the callbacks that have been called so far, by name. */
    public List<ServiceRoots.Root> roots(Interpreter interpreter) {
        return called.entrySet().stream()
                .flatMap(entry -> function(interpreter, entry.getValue())
                        .map(function -> new ServiceRoots.Root(
                                RootKind.EVENT,
                                entry.getKey(),
                                Layer.COMPUTE,
                                function.place(),
                                entry.getValue(),
                                arguments(function)))
                        .stream())
                .toList();
    }

    private static Arguments arguments(PyFunction function) {
        int count = function.definition().parameters().size() - 1;
        return Arguments.of(Collections.nCopies(Math.max(0, count), Value.of(new Atom.External(Queues.TAKEN)))
                .toArray(Value[]::new));
    }
}
