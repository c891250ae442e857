package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/**
 * Calls that leave the program: the models are asked first; what none of them knows gives something of that library. A function
 * that is handed to a library without a model may be called by it any number of times with anything.
 */
final class Libraries {

    private final Interpreter interpreter;
    private final List<LibraryModel> models;

    Libraries(Interpreter interpreter, List<LibraryModel> models) {
        this.interpreter = interpreter;
        List<LibraryModel> all = new ArrayList<>(models);
        all.add(new Builtins());
        all.add(new NativeMethods());
        this.models = List.copyOf(all);
    }

    Outcome call(String path, Optional<Atom> receiver, Arguments arguments, Link link) {
        return modelled(path, receiver, arguments, link)
                .orElseGet(() ->
                        Outcome.of(Value.of(new Atom.External(Paths.result(path))), handedOver(path, arguments, link)));
    }

    /** A call that hands a function to a library which, unless a model knows better, does not call it before it returns. */
    Outcome register(String path, Arguments arguments, Link link) {
        return modelled(path, Optional.empty(), arguments, link)
                .orElseGet(() -> Outcome.of(Value.of(new Atom.External(Paths.result(path)))));
    }

    private Optional<Outcome> modelled(String path, Optional<Atom> receiver, Arguments arguments, Link link) {
        interpreter.ledger().library(link);
        LibraryModel.ExternalCall call = new LibraryModel.ExternalCall(interpreter, path, receiver, arguments, link);
        for (LibraryModel model : models) {
            Optional<Outcome> outcome = model.call(call);
            if (outcome.isPresent()) {
                return outcome;
            }
        }
        return Optional.empty();
    }

    /** A method of plain data, of a modelled object, or one that a class inherits from outside of the program. */
    Outcome method(Atom.NativeMethod method, Arguments arguments, Link link) {
        Atom receiver = method.receiver();
        if (receiver instanceof Atom.Modeled modeled) {
            return call(modeled.kind() + "." + method.name(), Optional.of(receiver), arguments, link);
        }
        if (receiver instanceof Atom.Instance instance) {
            String base = interpreter
                    .classes()
                    .linearisation(instance.type())
                    .externalBase()
                    .orElse("builtins.object");
            return call(Paths.member(base, method.name()), Optional.of(receiver), arguments, link);
        }
        return call("data." + method.name(), Optional.of(receiver), arguments, link);
    }

    /** A library calls a function that it was handed with objects of its own and with what else it was given. */
    private Behavior handedOver(String path, Arguments arguments, Link link) {
        List<Value> functions = arguments.all().stream()
                .map(argument -> argument.filter(Libraries::isFunction))
                .filter(value -> !value.isNothing())
                .toList();
        if (functions.isEmpty()) {
            return Behavior.NOTHING;
        }
        Value passed = Value.of(new Atom.External(Paths.result(path)));
        for (Value argument : arguments.all()) {
            passed = passed.join(argument.filter(atom -> !isFunction(atom)));
        }
        Arguments unknown = new Arguments(List.of(), Bindings.EMPTY, passed, passed);
        Link how = new Link(EdgeKind.FUNCTION_VALUE, link.evidence(), link.callText(), link.certainty());
        List<Behavior> called = new ArrayList<>();
        for (Value function : functions) {
            called.add(interpreter.calls().call(function, unknown, how).behavior());
        }
        return Behavior.loop("", Behavior.sequence(called), false);
    }

    static boolean isFunction(Atom atom) {
        return atom instanceof Atom.Closure
                || atom instanceof Atom.Decorated
                || atom instanceof Atom.Method
                || atom instanceof Atom.Partial;
    }

    Optional<Value> attribute(Atom target, String name) {
        for (LibraryModel model : models) {
            Optional<Value> value = model.attribute(interpreter, target, name);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    Optional<Value> carried(PyModule module, String name) {
        for (LibraryModel model : models) {
            Optional<Value> value = model.carried(module, name);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    boolean loads(PyClass type) {
        return models.stream().anyMatch(model -> model.loads(type));
    }

    boolean reraises(Atom manager) {
        return models.stream().anyMatch(model -> model.reraises(manager));
    }

    boolean isCompletion(Value exception) {
        return !exception.isNothing()
                && exception.atoms().stream()
                        .allMatch(atom -> models.stream().anyMatch(model -> model.isCompletion(atom)));
    }

    boolean isKnownByClass(String externalBase) {
        return models.stream().anyMatch(model -> model.isKnownByClass(externalBase));
    }

    boolean isSingle(PyClass type) {
        return models.stream().anyMatch(model -> model.isSingle(type));
    }

    Optional<Value> element(Atom target) {
        for (LibraryModel model : models) {
            Optional<Value> value = model.element(interpreter, target);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    Optional<Value> item(Atom target, Value index) {
        for (LibraryModel model : models) {
            Optional<Value> value = model.item(interpreter, target, index);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    void stored(Atom target, Value index, Value value) {
        models.forEach(model -> model.stored(target, index, value));
    }
}
