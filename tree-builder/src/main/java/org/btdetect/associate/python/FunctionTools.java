package org.btdetect.associate.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.program.Parameter;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.PyFunction;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;

/** The parts of Python's standard library, and of {@code six}, that make functions of functions or give back what they get. */
public final class FunctionTools implements LibraryModel {

    private static final String TRANSPARENT = "transparent";
    private static final String TRANSPARENT_CALL = TRANSPARENT + ".__call__";
    private static final Set<String> NEVER_CALLING =
            Set.of("inspect", "logging", "oslo_log", "oslo_i18n", "copy", "warnings", "traceback", "weakref", "json");

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        return switch (call.path()) {
            case "functools.partial" -> value(partial(call.arguments()));
            case "functools.wraps", "six.wraps", "functools.update_wrapper" ->
                value(Value.of(new Atom.Modeled(TRANSPARENT, List.of())));
            case "functools.lru_cache", "functools.cache", "functools.total_ordering" -> value(decorated(call));
            case "copy.copy", "copy.deepcopy", "weakref.proxy" ->
                value(call.arguments().first());
            case "collections.OrderedDict", "collections.defaultdict" -> value(dictionary(call));
            case "inspect.getcallargs" -> value(callArguments(call));
            case "itertools.chain" -> value(chained(call));
            case "six.itervalues", "six.iteritems", "six.iterkeys" -> delegated(call);
            case "six.reraise" -> Optional.of(new Outcome(Value.NOTHING, Behavior.NOTHING, false, Value.UNKNOWN));
            default -> inert(call);
        };
    }

    private static Optional<Outcome> value(Value value) {
        return Optional.of(Outcome.of(value));
    }

    private static Optional<Outcome> inert(ExternalCall call) {
        if (call.path().equals(TRANSPARENT_CALL)) {
            return value(call.arguments().first());
        }
        int dot = call.path().indexOf('.');
        return dot > 0 && NEVER_CALLING.contains(call.path().substring(0, dot))
                ? value(Value.of(new Atom.External(call.path() + "()")))
                : Optional.empty();
    }

    private static Value decorated(ExternalCall call) {
        Value first = call.arguments().first();
        boolean function = first.atoms().stream().anyMatch(atom -> atom instanceof Atom.Closure);
        return function ? first : Value.of(new Atom.Modeled(TRANSPARENT, List.of()));
    }

    private static Value partial(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            return Value.UNKNOWN;
        }
        List<Value> rest =
                arguments.positional().subList(1, arguments.positional().size());
        return Value.of(new Atom.Partial(arguments.first(), rest, arguments.keywords()));
    }

    private static Value dictionary(ExternalCall call) {
        Value given = call.arguments().first();
        boolean copied = given.single(Atom.Dictionary.class).isPresent();
        return copied
                ? given
                : Value.of(new Atom.Dictionary(
                        call.arguments().keywords(), given.isNothing() ? Value.NOTHING : Value.DATA));
    }

    private static Value chained(ExternalCall call) {
        Value element = Value.NOTHING;
        for (Value argument : call.arguments().positional()) {
            element = element.join(call.interpreter().element(argument));
        }
        return Value.of(new Atom.Elements(element));
    }

    /** {@code six.iteritems(d)} is {@code d.items()}. */
    private static Optional<Outcome> delegated(ExternalCall call) {
        String method = call.name().substring("iter".length());
        Value bound = call.interpreter().attribute(call.arguments().first(), method);
        return Optional.of(call.interpreter().call(bound, Arguments.NONE, call.link()));
    }

    /** The mapping of a function's parameters to the arguments that a call would bind to them. */
    private static Value callArguments(ExternalCall call) {
        Map<String, Value> bound = new TreeMap<>();
        List<Value> given = call.arguments().positional();
        List<Parameter> parameters = call.arguments().first().atoms().stream()
                .map(call.interpreter()::function)
                .flatMap(Optional::stream)
                .findFirst()
                .map(PyFunction::definition)
                .map(function -> function.parameters())
                .orElse(List.of());
        for (int i = 0; i < parameters.size() && i + 1 < given.size(); i++) {
            bound.put(parameters.get(i).name(), given.get(i + 1));
        }
        bound.putAll(call.arguments().keywords().asMap());
        return Value.of(new Atom.Dictionary(Bindings.of(bound), Value.DATA));
    }
}
