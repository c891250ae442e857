package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.Statement;
import org.btdetect.tree.Place;

/** A class of the program; its linearisation is found by {@link Classes}. */
public final class PyClass {

    private final PyModule module;
    private final Statement.ClassDefinition definition;
    private final Scope scope;
    private final Bindings captured;
    private final String fullName;

    PyClass(PyModule module, Statement.ClassDefinition definition, Bindings captured) {
        this.captured = captured;
        this.module = module;
        this.definition = definition;
        this.fullName = module.name() + "." + definition.qualifiedName();
        this.scope = ScopeBuilder.ofClass(definition.body());
    }

    public PyModule module() {
        return module;
    }

    public String name() {
        return definition.name();
    }

    public Statement.ClassDefinition definition() {
        return definition;
    }

    /** The variables of the function that the class is defined in, as they were when it was defined first. */
    Bindings captured() {
        return captured;
    }

    Scope scope() {
        return scope;
    }

    public String fullName() {
        return fullName;
    }

    public Place place() {
        return module.place(definition.at());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PyClass that && definition == that.definition;
    }

    @Override
    public int hashCode() {
        return fullName.hashCode();
    }

    @Override
    public String toString() {
        return fullName();
    }

    /** A class's linearisation: the classes of the program in order, and the first base outside of it. */
    record Linearisation(List<PyClass> classes, Optional<String> externalBase) {}
}
