package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** What {@code target.name} gives, for each kind of target; properties are run. */
final class Attributes {

    private final Interpreter interpreter;

    Attributes(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The value of an attribute, and what reading it does (a property's body). */
    record Read(Value value, Behavior behavior) {
        static Read of(Value value) {
            return new Read(value, Behavior.NOTHING);
        }
    }

    /** @param link how a property's call is recorded */
    Read read(Value target, String name, Link link) {
        Value value = Value.NOTHING;
        List<Behavior.Branch> branches = new ArrayList<>();
        for (Atom atom : target.atoms()) {
            if (Constants.isNone(atom) && target.atoms().size() > 1) {
                continue;
            }
            Read read = read(atom, name, link);
            value = value.join(read.value());
            if (read.behavior() != Behavior.NOTHING) {
                branches.add(new Behavior.Branch("", read.behavior()));
            }
        }
        return new Read(value, Behavior.choice(branches));
    }

    private Read read(Atom atom, String name, Link link) {
        if (atom instanceof Atom.Instance instance) {
            return ofInstance(instance, name, link);
        }
        if (atom instanceof Atom.Super above) {
            return ofSuper(above, name, link);
        }
        return Read.of(plain(atom, name));
    }

    private Value plain(Atom atom, String name) {
        if (atom instanceof Atom.ModuleRef module) {
            return ofModule(module, name);
        }
        if (atom instanceof Atom.ClassRef reference) {
            return ofClass(reference, name);
        }
        if (atom instanceof Atom.External external) {
            Atom member = new Atom.External(Paths.member(external.path(), name));
            return interpreter.modelledAttribute(atom, name).orElse(Value.of(member));
        }
        if (atom instanceof Atom.Modeled) {
            return interpreter.modelledAttribute(atom, name).orElse(Value.of(new Atom.NativeMethod(atom, name)));
        }
        if (atom instanceof Atom.Closure || atom instanceof Atom.Decorated || atom instanceof Atom.Method) {
            return ofFunction(atom, name);
        }
        if (atom instanceof Atom.Unknown || Constants.isNone(atom)) {
            return atom instanceof Atom.Unknown ? Value.UNKNOWN : Value.NOTHING;
        }
        return Value.of(new Atom.NativeMethod(atom, name));
    }

    private Value ofModule(Atom.ModuleRef reference, String name) {
        Optional<PyModule> module = interpreter.modules().module(reference.name());
        if (module.isEmpty()) {
            String path = reference.name() + "." + name;
            return Value.of(interpreter.modules().exists(path) ? new Atom.ModuleRef(path) : new Atom.External(path));
        }
        return interpreter
                .modules()
                .name(module.get(), name)
                .or(() -> interpreter.modelledAttribute(reference, name))
                .orElse(Value.UNKNOWN);
    }

    private Value ofClass(Atom.ClassRef reference, String name) {
        PyClass type = reference.type();
        Optional<Classes.Member> member = interpreter.classes().member(type, Optional.empty(), name);
        if (member.isPresent()) {
            Value value = Value.NOTHING;
            for (Atom atom : member.get().value().atoms()) {
                value = value.join(Value.of(
                        Descriptors.onClass(atom, reference, member.get().definedIn())));
            }
            return value.join(interpreter.fields().read(reference, name));
        }
        if (name.equals("__name__")) {
            return Value.text(type.name());
        }
        return interpreter.modelledAttribute(reference, name).orElseGet(() -> outside(type, name));
    }

    private Value outside(PyClass type, String name) {
        return interpreter
                .classes()
                .linearisation(type)
                .externalBase()
                .map(base -> Value.of(new Atom.External(Paths.member(base, name))))
                .orElse(Value.UNKNOWN);
    }

    private Read ofInstance(Atom.Instance instance, String name, Link link) {
        PyClass type = instance.type();
        if (name.equals("__class__")) {
            return Read.of(Value.of(new Atom.ClassRef(type)));
        }
        Optional<Classes.Member> member = interpreter.classes().member(type, Optional.empty(), name);
        Value fields = interpreter.fields().read(instance, name);
        if (member.isPresent()) {
            Read read = bind(instance, member.get(), link);
            return new Read(read.value().join(fields), read.behavior());
        }
        if (!fields.isNothing()) {
            return Read.of(fields);
        }
        Optional<Value> modelled = interpreter.modelledAttribute(instance, name);
        return modelled.map(Read::of).orElseGet(() -> dynamic(instance, name, link));
    }

    /** {@code __getattr__}, else what a base class outside of the program may define. */
    private Read dynamic(Atom.Instance instance, String name, Link link) {
        Optional<Classes.Member> fallback =
                interpreter.classes().member(instance.type(), Optional.empty(), "__getattr__");
        boolean inherited = interpreter
                .classes()
                .linearisation(instance.type())
                .externalBase()
                .filter(base -> Items.isOwnMethod(base, name))
                .isPresent();
        if (fallback.isPresent() && !inherited && !name.startsWith("__")) {
            Value method = bind(instance, fallback.get(), link).value();
            Outcome outcome = interpreter.calls().call(method, Arguments.of(Value.text(name)), link);
            return new Read(outcome.value(), outcome.behavior());
        }
        Optional<String> base =
                interpreter.classes().linearisation(instance.type()).externalBase();
        return Read.of(base.map(path -> Value.of(new Atom.NativeMethod(instance, name)))
                .orElse(Value.UNKNOWN));
    }

    private Read ofSuper(Atom.Super above, String name, Link link) {
        PyClass type = above.receiver() instanceof Atom.Instance instance
                ? instance.type()
                : ((Atom.ClassRef) above.receiver()).type();
        Optional<Classes.Member> member = interpreter.classes().member(type, Optional.of(above.after()), name);
        if (member.isPresent()) {
            return bind(above.receiver(), member.get(), link);
        }
        return Read.of(Value.of(new Atom.NativeMethod(above.receiver(), name)));
    }

    /** The setters of the properties of the name, of those objects that have one. */
    Value setters(Value target, String name) {
        Value setters = Value.NOTHING;
        for (Atom atom : target.atoms()) {
            if (atom instanceof Atom.Instance instance
                    && interpreter.outsideWrites().areOpen()) {
                setters = setters.join(interpreter
                        .classes()
                        .member(instance.type(), Optional.empty(), name)
                        .map(member -> setters(instance, member))
                        .orElse(Value.NOTHING));
            }
        }
        return setters;
    }

    private static Value setters(Atom.Instance instance, Classes.Member member) {
        Value setters = Value.NOTHING;
        for (Atom atom : member.value().atoms()) {
            if (atom instanceof Atom.Modeled property && property.kind().equals(Descriptors.PROPERTY)) {
                setters = setters.join(Descriptors.setter(property, instance, member.definedIn()));
            }
        }
        return setters;
    }

    private Read bind(Atom receiver, Classes.Member member, Link link) {
        Value value = Value.NOTHING;
        List<Behavior> behaviors = new ArrayList<>();
        for (Atom atom : member.value().atoms()) {
            if (atom instanceof Atom.Modeled property && property.kind().equals(Descriptors.PROPERTY)) {
                Link how = new Link(EdgeKind.PROPERTY, link.evidence(), link.callText(), link.certainty());
                Outcome outcome = interpreter
                        .calls()
                        .call(Descriptors.getter(property, receiver, member.definedIn()), Arguments.NONE, how);
                value = value.join(outcome.value());
                behaviors.add(outcome.behavior());
            } else if (receiver instanceof Atom.ClassRef reference) {
                value = value.join(Value.of(Descriptors.onClass(atom, reference, member.definedIn())));
            } else {
                value = value.join(Value.of(Descriptors.onInstance(atom, receiver, member.definedIn())));
            }
        }
        return new Read(value, Behavior.sequence(behaviors));
    }

    private Value ofFunction(Atom atom, String name) {
        if (name.equals("__name__") || name.equals("func_name") || name.equals("__qualname__")) {
            return wrapped(atom)
                    .map(inner -> inner.atoms().stream()
                            .map(one -> ofFunction(one, name))
                            .reduce(Value.NOTHING, Value::join))
                    .or(() -> function(atom)
                            .map(function -> Value.text(function.definition().name())))
                    .orElse(Value.DATA);
        }
        if ((name.equals("__func__") || name.equals("im_func")) && atom instanceof Atom.Method method) {
            return Value.of(method.function());
        }
        if ((name.equals("__self__") || name.equals("im_self")) && atom instanceof Atom.Method method) {
            return Value.of(method.receiver());
        }
        return Value.DATA;
    }

    /** What a wrapper has its name from: it is decorated with {@code functools.wraps}. */
    private static Optional<Value> wrapped(Atom atom) {
        if (!(atom instanceof Atom.Closure closure)) {
            return Optional.empty();
        }
        return closure.function().decorators().stream()
                .filter(decorator -> decorator instanceof Expression.Call call
                        && (call.calleeText().equals("wraps")
                                || call.calleeText().endsWith(".wraps"))
                        && !call.arguments().isEmpty())
                .map(decorator ->
                        ((Expression.Call) decorator).arguments().get(0).value())
                .filter(Expression.Name.class::isInstance)
                .map(name -> closure.captured().get(((Expression.Name) name).id()))
                .filter(value -> !value.isNothing() && !value.isUnknown())
                .findFirst();
    }

    private static Optional<PyFunction> function(Atom atom) {
        if (atom instanceof Atom.Closure closure) {
            return Optional.of(closure.function());
        }
        if (atom instanceof Atom.Decorated decorated) {
            return Optional.of(decorated.function());
        }
        return atom instanceof Atom.Method method ? function(method.function()) : Optional.empty();
    }

    /** Whether nothing but the program's own classes can give the object the attribute, and nothing anywhere assigns one of the name. */
    private boolean isClosed(Atom.Instance instance, String name) {
        return interpreter
                        .classes()
                        .linearisation(instance.type())
                        .externalBase()
                        .isEmpty()
                && interpreter
                        .classes()
                        .member(instance.type(), Optional.empty(), "__getattr__")
                        .isEmpty()
                && !interpreter.source().assignsAttribute(name);
    }

    /** @return whether the atom surely has, or surely lacks, the attribute; empty where it cannot be told */
    Optional<Boolean> has(Atom atom, String name) {
        if (atom instanceof Atom.Instance instance) {
            boolean found = interpreter
                            .classes()
                            .member(instance.type(), Optional.empty(), name)
                            .isPresent()
                    || !interpreter.fields().read(instance, name).isNothing();
            return found ? Optional.of(true) : isClosed(instance, name) ? Optional.of(false) : Optional.empty();
        }
        if (atom instanceof Atom.Const constant && constant.value() instanceof Constant.None) {
            return Optional.of(false);
        }
        return Optional.empty();
    }
}
