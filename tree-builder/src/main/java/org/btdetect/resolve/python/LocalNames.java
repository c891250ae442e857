package org.btdetect.resolve.python;

import java.util.Set;
import java.util.TreeSet;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;

/** Which names a function binds itself, and which it uses of its surroundings. */
record LocalNames(Set<String> bound, Set<String> free) {

    static LocalNames of(Function function) {
        Set<String> bound = new TreeSet<>();
        function.parameters().stream().map(Parameter::name).forEach(bound::add);
        Set<String> outer = new TreeSet<>();
        bindings(function.body().block(), bound, outer);
        bound.removeAll(outer);
        Set<String> used = new TreeSet<>();
        NameUses.in(function.body().block(), used);
        used.removeAll(bound);
        return new LocalNames(bound, used);
    }

    private static void bindings(Block block, Set<String> bound, Set<String> outer) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Scope scope) {
                outer.addAll(scope.names());
            } else if (statement instanceof Statement.FunctionDefinition definition) {
                bound.add(definition.function().name());
            } else if (statement instanceof Statement.ClassDefinition definition) {
                bound.add(definition.name());
            } else if (statement instanceof Statement.Import imported) {
                imported.aliases()
                        .forEach(alias -> bound.add(
                                alias.asName().isEmpty() ? alias.name().split("\\.", 2)[0] : alias.asName()));
            } else if (statement instanceof Statement.ImportFrom imported) {
                imported.aliases()
                        .forEach(alias -> bound.add(alias.asName().isEmpty() ? alias.name() : alias.asName()));
            } else {
                targets(statement, bound);
            }
            SubBlocks.of(statement).forEach(inner -> bindings(inner, bound, outer));
        }
    }

    private static void targets(Statement statement, Set<String> bound) {
        if (statement instanceof Statement.Assign assign) {
            assign.targets().forEach(target -> names(target, bound));
        } else if (statement instanceof Statement.AnnotatedAssign assign) {
            names(assign.target(), bound);
        } else if (statement instanceof Statement.AugmentedAssign assign) {
            names(assign.target(), bound);
        } else if (statement instanceof Statement.ForEach loop) {
            names(loop.target(), bound);
        } else if (statement instanceof Statement.With with) {
            with.items().forEach(item -> item.target().ifPresent(target -> names(target, bound)));
        } else if (statement instanceof Statement.Try attempt) {
            attempt.handlers().forEach(handler -> handler.target().ifPresent(target -> names(target, bound)));
        }
    }

    private static void names(Expression target, Set<String> bound) {
        if (target instanceof Expression.Name name) {
            bound.add(name.id());
        } else if (target instanceof Expression.Starred starred) {
            names(starred.value(), bound);
        } else if (target instanceof Expression.Collection collection) {
            collection.elements().forEach(element -> names(element, bound));
        }
    }
}
