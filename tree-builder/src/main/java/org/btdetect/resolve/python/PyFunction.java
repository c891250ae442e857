package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.tree.Place;

/** A function of the program: its definition, where it stands, and which of its names are its own. */
public final class PyFunction {

    private final PyModule module;
    private final Optional<PyClass> owner;
    private final Function definition;
    private final List<Expression> decorators;
    private final Optional<String> receiver;
    private final LocalNames names;
    private final String fullName;

    PyFunction(
            PyModule module,
            Optional<PyClass> owner,
            Function definition,
            List<Expression> decorators,
            Optional<String> receiver) {
        this.module = module;
        this.owner = owner;
        this.definition = definition;
        this.decorators = decorators;
        this.receiver = receiver;
        this.fullName = module.name() + "." + definition.qualifiedName();
        this.names = LocalNames.of(definition);
    }

    public PyModule module() {
        return module;
    }

    /** The class in whose body the function is defined, or the one of the method that it is nested in. */
    public Optional<PyClass> owner() {
        return owner;
    }

    public Function definition() {
        return definition;
    }

    public List<Expression> decorators() {
        return decorators;
    }

    /** The name of the method's first parameter: of the method itself, or of the one that the function is nested in. */
    Optional<String> receiver() {
        return receiver;
    }

    LocalNames names() {
        return names;
    }

    public String fullName() {
        return fullName;
    }

    public Place place() {
        return module.place(definition.at());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof PyFunction that && definition == that.definition;
    }

    @Override
    public int hashCode() {
        return fullName.hashCode() * 31 + definition.at().line();
    }

    @Override
    public String toString() {
        return fullName();
    }
}
