package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The functions and classes that were defined by what has been interpreted so far, each as it was defined first. */
final class Definitions {

    private final List<Defined> functions = new ArrayList<>();
    private final Set<PyFunction> knownFunctions = new HashSet<>();
    private final List<PyClass> classes = new ArrayList<>();
    private final Set<PyClass> knownClasses = new HashSet<>();

    /**
     * A function.
     *
     * @param value what its decorators made of it
     * @param owner the class whose body defines it
     */
    record Defined(Atom.Closure closure, Value value, Optional<PyClass> owner) {}

    void add(Defined defined) {
        if (knownFunctions.add(defined.closure().function())) {
            functions.add(defined);
        }
    }

    void add(PyClass type) {
        if (knownClasses.add(type)) {
            classes.add(type);
        }
    }

    /** Grows while functions are run. */
    List<Defined> functions() {
        return functions;
    }

    /** Grows while bodies are run. */
    List<PyClass> classes() {
        return classes;
    }
}
