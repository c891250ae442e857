package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.summary.Behavior;

/** Python's builtin functions and types, as far as they pass on what they are given. */
final class Builtins implements LibraryModel {

    private static final String PREFIX = "builtins.";

    /** An object that is only good for being told from everything else. */
    static final String SENTINEL = "builtins.object()";

    private static final Set<String> SEQUENCES =
            Set.of("list", "tuple", "set", "frozenset", "sorted", "reversed", "iter");

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.receiver().isPresent()) {
            return call.receiver().flatMap(receiver -> accessor(call, receiver));
        }
        if (!call.path().startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<Outcome> own = BuiltinProtocols.call(call);
        return own.isPresent() ? own : plain(call);
    }

    private static Optional<Outcome> accessor(ExternalCall call, Atom receiver) {
        boolean property =
                receiver instanceof Atom.Modeled modeled && modeled.kind().equals(Descriptors.PROPERTY);
        return property
                ? value(Descriptors.accessor(
                        (Atom.Modeled) receiver, call.name(), call.arguments().first()))
                : Optional.empty();
    }

    /** What a builtin gives where it calls nothing of the program. */
    static Optional<Outcome> plain(ExternalCall call) {
        String name = call.name();
        if (SEQUENCES.contains(name)) {
            return value(sequence(call));
        }
        return switch (name) {
            case "isinstance" ->
                value(isInstance(call.interpreter(), call.arguments().first(), second(call)));
            case "issubclass" -> value(Value.BOTH);
            case "getattr" -> value(getAttribute(call));
            case "hasattr" -> value(hasAttribute(call));
            case "property" ->
                value(Value.of(new Atom.Modeled(
                        Descriptors.PROPERTY,
                        List.of(
                                call.arguments().get(0, "fget").orElse(Value.NOTHING),
                                call.arguments().get(1, "fset").orElse(Value.NOTHING)))));
            case "staticmethod" -> value(modeled(Descriptors.STATIC_METHOD, call));
            case "classmethod" -> value(modeled(Descriptors.CLASS_METHOD, call));
            case "object" -> value(Value.of(new Atom.External(SENTINEL)));
            case "dict" -> value(dictionary(call));
            case "type" -> value(typeOf(call.arguments().first()));
            case "next" ->
                value(call.interpreter()
                        .items()
                        .element(call.arguments().first())
                        .join(second(call)));
            case "enumerate" ->
                value(pairs(List.of(
                        Value.DATA,
                        call.interpreter().items().element(call.arguments().first()))));
            case "zip" -> value(zip(call));
            case "map", "filter" -> Optional.of(mapped(call, name));
            case "callable" -> value(Value.BOTH);
            case "bool" -> value(truth(call));
            case "max", "min" -> value(extreme(call));
            case "str", "unicode" -> value(text(call.arguments().first()));
            default ->
                name.endsWith("Error") || name.endsWith("Exception")
                        ? value(Value.of(new Atom.External(Paths.result(call.path()))))
                        : value(Value.DATA);
        };
    }

    /** An exception is told apart by its class: what it was raised with is for its reader. */
    @Override
    public boolean isKnownByClass(String externalBase) {
        return externalBase.startsWith(PREFIX)
                && (externalBase.endsWith("Error")
                        || externalBase.endsWith("Exception")
                        || externalBase.endsWith("Warning"));
    }

    private static Optional<Outcome> value(Value value) {
        return Optional.of(Outcome.of(value));
    }

    private static Value second(ExternalCall call) {
        return call.arguments().get(1, "").orElse(Value.NOTHING);
    }

    private static Value modeled(String kind, ExternalCall call) {
        return Value.of(new Atom.Modeled(kind, List.of(call.arguments().first())));
    }

    private static Value sequence(ExternalCall call) {
        Value given = call.arguments().first();
        if (given.isNothing()) {
            return Value.of(new Atom.Tuple(List.of()));
        }
        boolean ordered = !call.name().contains("set") && !call.name().equals("reversed");
        return ordered && given.single(Atom.Tuple.class).isPresent()
                ? given
                : Value.of(new Atom.Elements(call.interpreter().items().element(given)));
    }

    private static Value truth(ExternalCall call) {
        return switch (new Conditions(call.interpreter())
                .verdict(call.arguments().first())) {
            case TRUE -> Value.TRUE;
            case FALSE -> Value.FALSE;
            default -> Value.BOTH;
        };
    }

    private static Value text(Value value) {
        return value.asText().isPresent() ? value : Value.DATA;
    }

    private static Value extreme(ExternalCall call) {
        Value given = call.arguments().first();
        return call.arguments().positional().size() == 1
                ? call.interpreter().items().element(given)
                : Value.DATA;
    }

    /** Nothing to iterate over where one of the parts has no elements. */
    static Value pairs(List<Value> parts) {
        boolean empty = parts.stream().anyMatch(Value::isNothing);
        return Value.of(new Atom.Elements(empty ? Value.NOTHING : Value.of(new Atom.Tuple(parts))));
    }

    private static Value zip(ExternalCall call) {
        List<Value> elements = new ArrayList<>();
        call.arguments()
                .positional()
                .forEach(value -> elements.add(call.interpreter().items().element(value)));
        return pairs(elements);
    }

    private static Outcome mapped(ExternalCall call, String name) {
        Value element = call.interpreter().items().element(second(call));
        Value function = call.arguments().first().filter(atom -> !Constants.isNone(atom));
        if (function.isNothing()) {
            return Outcome.of(Value.of(new Atom.Elements(element)));
        }
        Outcome outcome = call.interpreter().calls().call(function, Arguments.of(element), call.link());
        Value elements = name.equals("map") ? outcome.value() : element;
        return Outcome.of(Value.of(new Atom.Elements(elements)), Behavior.loop("", outcome.behavior(), false));
    }

    private static Value dictionary(ExternalCall call) {
        Map<String, Value> known = new TreeMap<>(call.arguments().keywords().asMap());
        Value rest = call.arguments().unpackedRest();
        for (Atom atom : call.arguments().first().atoms()) {
            if (atom instanceof Atom.Dictionary dictionary) {
                dictionary.known().asMap().forEach(known::putIfAbsent);
                rest = rest.join(dictionary.rest());
            } else {
                Value pair = call.interpreter().items().element(Value.of(atom));
                rest = rest.join(call.interpreter().items().at(pair, 1));
            }
        }
        return Value.of(new Atom.Dictionary(Bindings.of(known), rest));
    }

    private static Value typeOf(Value value) {
        Value result = Value.NOTHING;
        for (Atom atom : value.atoms()) {
            result = result.join(
                    atom instanceof Atom.Instance instance
                            ? Value.of(new Atom.ClassRef(instance.type()))
                            : Value.of(new Atom.External("builtins.type()")));
        }
        return result;
    }

    private static Value getAttribute(ExternalCall call) {
        Interpreter interpreter = call.interpreter();
        Value target = call.arguments().first();
        Value result = Value.NOTHING;
        for (Atom name : second(call).atoms()) {
            Optional<String> text = Constants.string(name);
            result = result.join(
                    text.isPresent()
                            ? interpreter
                                    .attributes()
                                    .read(target, text.get(), call.link())
                                    .value()
                            : computed(target));
        }
        Value fallback = call.arguments().get(2, "").orElse(Value.NOTHING);
        boolean missing = result.isNothing() || result.isUnknown() && !fallback.isNothing();
        return missing && !fallback.isNothing() ? fallback.join(Value.DATA) : result.join(fallback);
    }

    private static Value computed(Value target) {
        boolean outside =
                target.atoms().stream().allMatch(atom -> atom instanceof Atom.Data || atom instanceof Atom.External);
        return outside ? target : Value.UNKNOWN;
    }

    private static Value hasAttribute(ExternalCall call) {
        Optional<String> name = second(call).asText();
        if (name.isEmpty()) {
            return Value.BOTH;
        }
        Value result = Value.NOTHING;
        for (Atom atom : call.arguments().first().atoms()) {
            Optional<Boolean> has = call.interpreter().attributes().has(atom, name.get());
            result = result.join(has.map(Value::truth).orElse(Value.BOTH));
        }
        return result.isNothing() ? Value.BOTH : result;
    }

    /** Whether the value is an instance of one of the types: a truth value, or both. */
    static Value isInstance(Interpreter interpreter, Value value, Value types) {
        Value result = Value.NOTHING;
        for (Atom atom : value.atoms()) {
            result = result.join(isInstance(interpreter, atom, types));
        }
        return result.isNothing() ? Value.BOTH : result;
    }

    private static Value isInstance(Interpreter interpreter, Atom atom, Value types) {
        Value result = Value.FALSE;
        for (Atom type : types.atoms()) {
            Value one = type instanceof Atom.Tuple tuple
                    ? isInstance(interpreter, atom, tuple.elements().stream().reduce(Value.NOTHING, Value::join))
                    : isOfType(interpreter, atom, type);
            if (one.equals(Value.TRUE)) {
                return Value.TRUE;
            }
            result = one.equals(Value.FALSE) ? result : Value.BOTH;
        }
        return result;
    }

    private static Value isOfType(Interpreter interpreter, Atom atom, Atom type) {
        if (atom instanceof Atom.Instance instance) {
            if (type instanceof Atom.ClassRef reference) {
                return Value.truth(interpreter.classes().isSubclass(instance.type(), reference.type()));
            }
            boolean builtin =
                    type instanceof Atom.External external && external.path().startsWith(PREFIX);
            return builtin ? Value.FALSE : Value.BOTH;
        }
        if (Constants.isNone(atom)) {
            return Value.FALSE;
        }
        boolean text = Constants.string(atom).isPresent();
        boolean textType = type instanceof Atom.External external
                && (external.path().equals("builtins.str") || external.path().equals("six.string_types"));
        return text && textType ? Value.TRUE : Value.BOTH;
    }
}
