package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/**
 * The names of modules and classes, evaluated one by one when they are first asked for: a module's body is never run as a
 * whole. A name with several bindings has the value of the last unconditional one joined with those of the conditional ones
 * after it.
 */
final class Modules {

    private final Interpreter interpreter;
    private final ModuleSource source;
    private final Map<String, Optional<PyModule>> modules = new HashMap<>();
    private final Map<String, Optional<Value>> names = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();
    private final Map<Object, PyClass> classes = new HashMap<>();

    Modules(Interpreter interpreter, ModuleSource source) {
        this.interpreter = interpreter;
        this.source = source;
    }

    Optional<PyModule> module(String name) {
        Optional<PyModule> known = modules.get(name);
        if (known == null) {
            known = source.load(name).map(loaded -> new PyModule(name, loaded));
            modules.put(name, known);
        }
        return known;
    }

    boolean exists(String name) {
        return source.exists(name);
    }

    /** @return what the name is bound to in the module: by its statements, by a star import, or as a submodule */
    Optional<Value> name(PyModule module, String name) {
        String key = module.name() + ":" + name;
        Optional<Value> known = names.get(key);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(key)) {
            // A package that imports its own submodule from itself.
            return Optional.of(submodule(module, name).orElse(Value.NOTHING));
        }
        Optional<Value> value = evaluate(module, name);
        inProgress.remove(key);
        names.put(key, value);
        return value;
    }

    private Optional<Value> evaluate(PyModule module, String name) {
        List<Scope.Binding> bindings = module.scope().of(name);
        if (!bindings.isEmpty()) {
            Optional<Value> carried = interpreter.libraries().carried(module, name);
            if (carried.isPresent()) {
                return carried;
            }
            Frame frame = new Frame(module, Optional.empty(), Optional.empty(), Bindings.EMPTY, Bindings.EMPTY);
            return Optional.of(interpreter.bindings(frame).value(name, bindings));
        }
        if (name.equals("__name__")) {
            return Optional.of(Value.text(module.name()));
        }
        for (Scope.StarImport star : module.scope().starImports()) {
            Optional<Value> found =
                    module(module.absolute(star.level(), star.module())).flatMap(imported -> name(imported, name));
            if (found.isPresent()) {
                return found;
            }
        }
        return submodule(module, name);
    }

    private Optional<Value> submodule(PyModule module, String name) {
        String submodule = module.name() + "." + name;
        return exists(submodule) ? Optional.of(Value.of(new Atom.ModuleRef(submodule))) : Optional.empty();
    }

    /** @return what {@code from module import name} gives */
    Value imported(String moduleName, String name) {
        Optional<PyModule> module = module(moduleName);
        if (module.isEmpty()) {
            String path = moduleName + "." + name;
            return exists(path) ? Value.of(new Atom.ModuleRef(path)) : Value.of(new Atom.External(path));
        }
        Optional<Value> value = name(module.get(), name);
        return value.orElseGet(() -> interpreter
                .modelledAttribute(new Atom.ModuleRef(moduleName), name)
                .orElse(Value.UNKNOWN));
    }

    /** @return the class of a definition, one object for each */
    PyClass pyClass(PyModule module, Statement.ClassDefinition definition) {
        return pyClass(module, definition, Bindings.EMPTY);
    }

    /** @param captured the variables of the function around it */
    PyClass pyClass(PyModule module, Statement.ClassDefinition definition, Bindings captured) {
        return classes.computeIfAbsent(new Identity(definition), key -> new PyClass(module, definition, captured));
    }

    /** Evaluates an expression as it stands in a module's body. */
    Value evaluate(PyModule module, Expression expression) {
        Frame frame = new Frame(module, Optional.empty(), Optional.empty(), Bindings.EMPTY, Bindings.EMPTY);
        return interpreter.expressions(frame).evaluate(expression);
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
}
