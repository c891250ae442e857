package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** Definitions of functions: closures, and what their decorators make of them. */
final class Functions {

    private final Interpreter interpreter;
    private final Map<Identity, PyFunction> functions = new HashMap<>();

    Functions(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    private record Identity(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that && object == that.object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    /** Evaluates a definition in a frame: the closure under its decorators, innermost first. */
    Value define(Frame frame, Statement.FunctionDefinition definition) {
        PyFunction function = function(frame, definition.function(), definition.decorators());
        Atom.Closure closure = new Atom.Closure(function, capture(frame, function));
        Value value = Value.of(closure);
        List<Expression> decorators = definition.decorators();
        for (int i = decorators.size() - 1; i >= 0; i--) {
            value = decorate(frame, decorators.get(i), value);
        }
        boolean plain = value.equals(Value.of(closure)) || isModelled(value);
        Value defined = plain ? value : Value.of(new Atom.Decorated(function, value));
        interpreter.definitions().add(new Definitions.Defined(closure, defined, frame.classScope()));
        return defined;
    }

    /** The function of a definition without what its decorators make of it. */
    Value undecorated(Frame frame, Statement.FunctionDefinition definition) {
        PyFunction function = function(frame, definition.function(), definition.decorators());
        return Value.of(new Atom.Closure(function, capture(frame, function)));
    }

    /** Defines a class; what its decorators give is taken for the class itself. */
    PyClass define(Frame frame, Statement.ClassDefinition definition) {
        Bindings surroundings =
                frame.function().isEmpty() ? frame.captured() : Bindings.of(surroundings(frame, definition));
        PyClass type = interpreter.modules().pyClass(frame.module(), definition, surroundings);
        interpreter.definitions().add(type);
        definition.bases().forEach(base -> interpreter.expressions(frame).evaluate(base.value()));
        List<Expression> decorators = definition.decorators();
        for (int i = decorators.size() - 1; i >= 0; i--) {
            decorate(frame, decorators.get(i), Value.of(new Atom.ClassRef(type)));
        }
        return type;
    }

    private static Map<String, Value> surroundings(Frame frame, Statement.ClassDefinition definition) {
        Set<String> used = new TreeSet<>();
        NameUses.in(definition.body(), used);
        definition.bases().forEach(base -> NameUses.in(base.value(), used));
        Map<String, Value> captured = new TreeMap<>();
        for (String name : used) {
            Value own = frame.state().get(name);
            Value value = own.isNothing() ? frame.captured().get(name) : own;
            if (!value.isNothing()) {
                captured.put(name, value);
            }
        }
        return captured;
    }

    /** What a library's decorator makes of a function (a property, a class method) is known by its kind, not as a wrapper. */
    private static boolean isModelled(Value value) {
        return value.atoms().size() == 1 && value.atoms().get(0) instanceof Atom.Modeled;
    }

    Value lambda(Frame frame, Function lambda) {
        PyFunction function = function(frame, lambda, List.of());
        Atom.Closure closure = new Atom.Closure(function, capture(frame, function));
        interpreter.definitions().add(new Definitions.Defined(closure, Value.of(closure), Optional.empty()));
        return Value.of(closure);
    }

    private PyFunction function(Frame frame, Function definition, List<Expression> decorators) {
        Optional<PyClass> owner = frame.classScope().or(() -> frame.function().flatMap(PyFunction::owner));
        return functions.computeIfAbsent(
                new Identity(definition),
                key -> new PyFunction(frame.module(), owner, definition, decorators, receiver(frame, definition)));
    }

    private static Optional<String> receiver(Frame frame, Function definition) {
        if (frame.classScope().isEmpty()) {
            return frame.function().flatMap(PyFunction::receiver);
        }
        return definition.parameters().stream().map(Parameter::name).findFirst();
    }

    /** Names of the module are looked up when the function runs; those of a class's body are not seen by it. */
    private Bindings capture(Frame frame, PyFunction function) {
        Map<String, Value> captured = new TreeMap<>();
        for (String name : function.names().free()) {
            Value value = visible(frame, name)
                    ? frame.state().get(name)
                    : frame.captured().get(name);
            if (!value.isNothing()) {
                captured.put(name, value);
            }
        }
        captured.putAll(defaults(frame, function));
        return Bindings.of(captured);
    }

    /** Default values are evaluated where the function is defined; those that a module's body gives can wait. */
    private Map<String, Value> defaults(Frame frame, PyFunction function) {
        Map<String, Value> values = new TreeMap<>();
        boolean local = frame.function().isPresent() || frame.classScope().isPresent();
        for (Parameter parameter : function.definition().parameters()) {
            Optional<Expression> expression = parameter.defaultValue();
            if (expression.isPresent() && !(expression.get() instanceof Expression.Literal)) {
                Value value = interpreter.expressions(frame).evaluate(expression.get());
                if (local) {
                    values.put(defaultOf(parameter), value);
                }
            }
        }
        return values;
    }

    /** Under which name a closure keeps the default value of a parameter; no variable has such a name. */
    static String defaultOf(Parameter parameter) {
        return parameter.name() + "=";
    }

    private static boolean visible(Frame frame, String name) {
        boolean ownedByModule = frame.function().isEmpty()
                && (frame.classScope().isPresent()
                        || !frame.module().scope().of(name).isEmpty());
        return !ownedByModule && !frame.state().get(name).isNothing();
    }

    /** A decorator that gives nothing callable (a library's, or unresolved) is taken for transparent. */
    private Value decorate(Frame frame, Expression decorator, Value decorated) {
        Value callee = interpreter.expressions(frame).evaluate(decorator);
        Link link = Link.exact(EdgeKind.DECORATOR, frame.place(decorator.at()), "@decorator");
        Outcome outcome = interpreter.calls().decorate(callee, Arguments.of(decorated), link);
        frame.emit(outcome.behavior());
        Value made = outcome.value().filter(Functions::isCallable);
        return made.isNothing() ? decorated : made;
    }

    private static boolean isCallable(Atom atom) {
        return atom instanceof Atom.Closure
                || atom instanceof Atom.Decorated
                || atom instanceof Atom.Method
                || atom instanceof Atom.Partial
                || atom instanceof Atom.Modeled
                || atom instanceof Atom.Instance;
    }

    /** The function's own body, below whatever its decorators made. */
    Optional<Atom.Closure> undecorated(Atom atom) {
        if (atom instanceof Atom.Closure closure) {
            return Optional.of(closure);
        }
        if (atom instanceof Atom.Decorated decorated) {
            return Optional.of(new Atom.Closure(decorated.function(), Bindings.EMPTY));
        }
        if (atom instanceof Atom.Modeled modeled && !modeled.parts().isEmpty()) {
            return modeled.part(0).atoms().stream()
                    .map(this::undecorated)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }
}
