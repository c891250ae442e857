package org.btdetect.resolve.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/** The names that a module's or a class's body binds, each with the statements that bind it, in the order of the source. */
record Scope(Map<String, List<Binding>> bindings, List<StarImport> starImports) {

    /** How a name comes to its value. */
    sealed interface Binding {

        /** Whether an earlier binding of the name may still hold. */
        boolean conditional();
    }

    record FunctionBinding(Statement.FunctionDefinition definition, boolean conditional) implements Binding {}

    record ClassBinding(Statement.ClassDefinition definition, boolean conditional) implements Binding {}

    /** {@code import a.b.c} binds {@code a}; {@code import a.b as c} binds {@code c} to {@code a.b}. */
    record ModuleBinding(String module, boolean conditional) implements Binding {}

    record ImportBinding(int level, String module, String name, boolean conditional) implements Binding {}

    /**
     * An assignment.
     *
     * @param path how the name's value is taken out of {@code value}
     */
    record ValueBinding(Expression value, Path path, boolean conditional) implements Binding {}

    /**
     * {@code name[index] = value}: an element of the collection that the name holds. Where a function does it, it is not known when, nor
     * what the function's variables are: index and value are empty.
     */
    record ItemBinding(Optional<Expression> index, Optional<Expression> value) implements Binding {
        @Override
        public boolean conditional() {
            return true;
        }
    }

    /** The way from an assigned value to a name in the target. */
    sealed interface Path {}

    record Whole() implements Path {}

    /** The element at the index of what the outer path gives; empty for any element (a loop's target, a star). */
    record Item(Path outer, Optional<Integer> index) implements Path {}

    /** What the context manager's entry gives. */
    record Entered() implements Path {}

    record StarImport(int level, String module) {}

    List<Binding> of(String name) {
        return bindings.getOrDefault(name, List.of());
    }
}
