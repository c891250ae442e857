package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.btdetect.program.Parameter;

/** Binds a call's arguments to a function's parameters as Python does. */
final class ArgumentBinder {

    private final PyFunction function;
    private final Arguments arguments;
    private final Map<String, Value> bound = new TreeMap<>();
    private int next;

    private ArgumentBinder(PyFunction function, Arguments arguments) {
        this.function = function;
        this.arguments = arguments;
    }

    /** @param defaults gives a parameter's default value */
    static Bindings bind(PyFunction function, Arguments arguments, Function<Parameter, Value> defaults) {
        ArgumentBinder binder = new ArgumentBinder(function, arguments);
        for (Parameter parameter : function.definition().parameters()) {
            binder.parameter(parameter, defaults);
        }
        return Bindings.of(binder.bound);
    }

    /** The arguments of a construction, the receiver left out: what tells instances of one class apart. */
    static Bindings construction(PyFunction constructor, Arguments arguments) {
        Bindings all = bind(constructor, arguments.prepend(Value.NOTHING), parameter -> Value.NOTHING);
        Map<String, Value> kept = new TreeMap<>(all.asMap());
        kept.values().removeIf(Value::isNothing);
        return Bindings.of(kept);
    }

    private void parameter(Parameter parameter, Function<Parameter, Value> defaults) {
        switch (parameter.kind()) {
            case VARIADIC -> bound.put(parameter.name(), rest());
            case KEYWORDS -> bound.put(parameter.name(), keywords());
            case KEYWORD_ONLY -> bound.put(parameter.name(), named(parameter, defaults));
            default -> bound.put(parameter.name(), ordinary(parameter, defaults));
        }
    }

    private Value ordinary(Parameter parameter, Function<Parameter, Value> defaults) {
        if (next < arguments.positional().size()) {
            return arguments.positional().get(next++);
        }
        Value named = named(parameter, defaults);
        return arguments.unpacked().isNothing() ? named : named.join(arguments.unpacked());
    }

    private Value named(Parameter parameter, Function<Parameter, Value> defaults) {
        if (arguments.keywords().has(parameter.name())) {
            return arguments.keywords().get(parameter.name());
        }
        Value fallback = defaults.apply(parameter);
        return arguments.unpackedRest().isNothing() ? fallback : fallback.join(arguments.unpackedRest());
    }

    private Value rest() {
        List<Value> left = new ArrayList<>();
        while (next < arguments.positional().size()) {
            left.add(arguments.positional().get(next++));
        }
        if (arguments.unpacked().isNothing()) {
            return Value.of(new Atom.Tuple(left));
        }
        return Value.of(new Atom.Elements(left.stream().reduce(arguments.unpacked(), Value::join)));
    }

    private Value keywords() {
        Map<String, Value> left = new TreeMap<>(arguments.keywords().asMap());
        function.definition().parameters().stream()
                .filter(parameter -> parameter.kind() != Parameter.Kind.POSITIONAL_ONLY)
                .map(Parameter::name)
                .forEach(left::remove);
        return Value.of(new Atom.Dictionary(Bindings.of(left), arguments.unpackedRest()));
    }
}
