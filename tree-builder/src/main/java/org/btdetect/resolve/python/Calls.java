package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;

/** Calls: for each thing that the callee may be, what calling it gives and does. */
final class Calls {

    private final Interpreter interpreter;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Outcome call(Value callee, Arguments arguments, Link link) {
        List<Atom> atoms = candidates(callee);
        boolean certain = callee.atoms().size() == 1
                || callee.atoms().stream()
                                .filter(atom -> !Constants.isNone(atom))
                                .count()
                        == 1;
        if (atoms.size() == 1) {
            return call(atoms.get(0), arguments, certain ? link : uncertain(link));
        }
        if (atoms.isEmpty()) {
            return unresolved(link, "the callee has no value");
        }
        Link uncertain = uncertain(link);
        Value value = Value.NOTHING;
        Value raised = Value.NOTHING;
        boolean completes = false;
        List<Behavior.Branch> branches = new ArrayList<>();
        for (Atom atom : atoms) {
            Outcome outcome = call(atom, arguments, uncertain);
            value = value.join(outcome.value());
            raised = raised.join(outcome.raised());
            completes |= outcome.completes();
            branches.add(new Behavior.Branch("", outcome.behavior()));
        }
        return new Outcome(value, Behavior.choice(branches), completes, raised);
    }

    private static Link uncertain(Link link) {
        return new Link(link.kind(), link.evidence(), link.callText(), Certainty.AMBIGUOUS);
    }

    /** What a call can mean: {@code None} cannot be called, and where something is known, what is unknown adds only doubt. */
    private static List<Atom> candidates(Value callee) {
        if (callee.atoms().size() == 1) {
            return callee.atoms();
        }
        List<Atom> callable =
                callee.atoms().stream().filter(atom -> !Constants.isNone(atom)).toList();
        List<Atom> known = callable.stream()
                .filter(atom -> !(atom instanceof Atom.Unknown || atom instanceof Atom.Data))
                .toList();
        return known.isEmpty() ? callable : known;
    }

    private Outcome call(Atom callee, Arguments arguments, Link link) {
        if (callee instanceof Atom.Closure closure) {
            return interpreter.activations().invoke(closure, arguments, link);
        }
        if (callee instanceof Atom.Decorated decorated) {
            return interpreter.activations().invokeDecorated(decorated, arguments, link);
        }
        if (callee instanceof Atom.Method method) {
            return call(method.function(), arguments.prepend(Value.of(method.receiver())), link);
        }
        if (callee instanceof Atom.ClassRef type) {
            return construct(type.type(), arguments, link);
        }
        if (callee instanceof Atom.Partial partial) {
            return call(partial.callee(), partial(partial, arguments), link);
        }
        if (callee instanceof Atom.Instance instance) {
            return callInstance(instance, arguments, link);
        }
        return callOutside(callee, arguments, link);
    }

    /** Calls a decorator. One of a library without a model keeps the function for later calls and does not call it now. */
    Outcome decorate(Value decorator, Arguments arguments, Link link) {
        Optional<Atom.External> external = decorator.single(Atom.External.class);
        return external.isPresent()
                ? interpreter.libraries().register(external.get().path(), arguments, link)
                : call(decorator, arguments, link);
    }

    private Outcome callOutside(Atom callee, Arguments arguments, Link link) {
        if (callee instanceof Atom.External external) {
            return interpreter.libraries().call(external.path(), Optional.empty(), arguments, link);
        }
        if (callee instanceof Atom.NativeMethod method) {
            return interpreter.libraries().method(method, arguments, link);
        }
        if (callee instanceof Atom.Modeled modeled) {
            return interpreter.libraries().call(modeled.kind() + ".__call__", Optional.of(callee), arguments, link);
        }
        if (callee instanceof Atom.Unknown) {
            return unresolved(link, "nothing is known of the callee");
        }
        return unresolved(link, "the callee is plain data");
    }

    Outcome unresolved(Link link, String reason) {
        interpreter.ledger().unresolved(link, reason);
        return Outcome.of(Value.UNKNOWN, new Behavior.Unresolved(link, reason));
    }

    private Outcome callInstance(Atom.Instance instance, Arguments arguments, Link link) {
        Value method = interpreter
                .attributes()
                .read(Value.of(instance), "__call__", link)
                .value();
        return method.isUnknown()
                ? unresolved(link, "the object is not known to be callable")
                : call(method, arguments, link);
    }

    private static Arguments partial(Atom.Partial partial, Arguments arguments) {
        List<Value> positional = new ArrayList<>(partial.positional());
        positional.addAll(arguments.positional());
        Map<String, Value> keywords = new TreeMap<>(partial.keywords().asMap());
        keywords.putAll(arguments.keywords().asMap());
        return new Arguments(positional, Bindings.of(keywords), arguments.unpacked(), arguments.unpackedRest());
    }

    /** An instance without a constructor of the program; what a collection is made of tells its elements. */
    private Atom.Instance plain(PyClass type, Arguments arguments) {
        boolean collection = interpreter
                .classes()
                .linearisation(type)
                .externalBase()
                .filter(Items::isCollection)
                .isPresent();
        return collection && !arguments.positional().isEmpty()
                ? new Atom.Instance(type, Widening.bound(Bindings.of(Map.of(Items.CONTENT, arguments.first()))))
                : new Atom.Instance(type, Bindings.EMPTY);
    }

    private Atom.Instance instance(PyClass type, PyFunction constructor, Arguments arguments) {
        Optional<String> base = interpreter.classes().linearisation(type).externalBase();
        boolean byClass = base.isPresent() && interpreter.libraries().isKnownByClass(base.get());
        if (byClass || interpreter.libraries().isSingle(type)) {
            return new Atom.Instance(type, Bindings.EMPTY);
        }
        Bindings construction = Widening.bound(ArgumentBinder.construction(constructor, arguments));
        Value bound = Widening.bound(Value.of(new Atom.Instance(type, construction)), Widening.DEEPEST);
        return (Atom.Instance) bound.atoms().get(0);
    }

    /** Makes an instance and runs its constructor. */
    private Outcome construct(PyClass type, Arguments arguments, Link link) {
        Optional<Classes.Member> constructor = interpreter.classes().member(type, Optional.empty(), "__init__");
        Optional<Atom.Closure> body = constructor.flatMap(member -> member.value().atoms().stream()
                .map(interpreter.functions()::undecorated)
                .flatMap(Optional::stream)
                .findFirst());
        if (body.isEmpty()) {
            interpreter.ledger().resolved(link);
            return Outcome.of(Value.of(plain(type, arguments)));
        }
        Atom.Instance instance = instance(type, body.get().function(), arguments);
        Link how = new Link(EdgeKind.CONSTRUCTOR, link.evidence(), link.callText(), link.certainty());
        Outcome outcome = interpreter.activations().construct(body.get(), instance, how);
        return new Outcome(Value.of(instance), outcome.behavior(), outcome.completes(), outcome.raised());
    }
}
