package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Statement;

/** Collects what the statements of a body bind, without evaluating anything. */
final class ScopeBuilder {

    private final Map<String, List<Scope.Binding>> bindings = new LinkedHashMap<>();
    private final List<Scope.StarImport> stars = new ArrayList<>();

    private ScopeBuilder() {}

    static Scope ofModule(Block body) {
        ScopeBuilder builder = new ScopeBuilder();
        builder.block(body, false);
        builder.globals(body, Set.of());
        return builder.build();
    }

    static Scope ofClass(Block body) {
        ScopeBuilder builder = new ScopeBuilder();
        builder.block(body, false);
        return builder.build();
    }

    private Scope build() {
        return new Scope(bindings, stars);
    }

    private void block(Block block, boolean conditional) {
        block.statements().forEach(statement -> statement(statement, conditional));
    }

    private void statement(Statement statement, boolean conditional) {
        if (statement instanceof Statement.FunctionDefinition definition) {
            bind(definition.function().name(), new Scope.FunctionBinding(definition, conditional));
        } else if (statement instanceof Statement.ClassDefinition definition) {
            bind(definition.name(), new Scope.ClassBinding(definition, conditional));
        } else if (statement instanceof Statement.Assign assign) {
            assign.targets().forEach(target -> target(target, assign.value(), new Scope.Whole(), conditional));
        } else if (statement instanceof Statement.AnnotatedAssign assign) {
            assign.value().ifPresent(value -> target(assign.target(), value, new Scope.Whole(), conditional));
        } else if (statement instanceof Statement.AugmentedAssign assign) {
            Expression sum = new Expression.Binary(assign.at(), assign.operator(), assign.target(), assign.value());
            target(assign.target(), sum, new Scope.Whole(), true);
        } else if (statement instanceof Statement.Import imported) {
            imported.aliases().forEach(alias -> importModule(alias, conditional));
        } else if (statement instanceof Statement.ImportFrom imported) {
            importFrom(imported, conditional);
        } else {
            compound(statement);
        }
    }

    private void compound(Statement statement) {
        if (statement instanceof Statement.ForEach loop) {
            target(loop.target(), loop.iterable(), new Scope.Item(new Scope.Whole(), Optional.empty()), true);
        } else if (statement instanceof Statement.With with) {
            with.items()
                    .forEach(item -> item.target()
                            .ifPresent(target -> target(target, item.context(), new Scope.Entered(), true)));
        }
        if (statement instanceof Statement.Try attempt) {
            attempt(attempt);
        } else {
            SubBlocks.of(statement).forEach(inner -> block(inner, true));
        }
    }

    /** Of a name that both the body and a handler bind (an import and its stand-in), the body's binding holds. */
    private void attempt(Statement.Try attempt) {
        ScopeBuilder body = new ScopeBuilder();
        body.block(attempt.body(), true);
        body.block(attempt.otherwise(), true);
        ScopeBuilder handlers = new ScopeBuilder();
        attempt.handlers().forEach(handler -> handlers.block(handler.body(), true));
        handlers.bindings.keySet().removeAll(body.bindings.keySet());
        List.of(body, handlers).forEach(part -> {
            part.bindings.forEach((name, found) -> found.forEach(binding -> bind(name, binding)));
            stars.addAll(part.stars);
        });
        block(attempt.finalBody(), true);
    }

    private void importModule(Statement.Alias alias, boolean conditional) {
        if (alias.asName().isEmpty()) {
            String top = alias.name().split("\\.", 2)[0];
            bind(top, new Scope.ModuleBinding(top, conditional));
        } else {
            bind(alias.asName(), new Scope.ModuleBinding(alias.name(), conditional));
        }
    }

    private void importFrom(Statement.ImportFrom imported, boolean conditional) {
        for (Statement.Alias alias : imported.aliases()) {
            if (alias.name().equals("*")) {
                stars.add(new Scope.StarImport(imported.level(), imported.module()));
            } else {
                String bound = alias.asName().isEmpty() ? alias.name() : alias.asName();
                bind(bound, new Scope.ImportBinding(imported.level(), imported.module(), alias.name(), conditional));
            }
        }
    }

    private void target(Expression target, Expression value, Scope.Path path, boolean conditional) {
        if (target instanceof Expression.Name name) {
            bind(name.id(), new Scope.ValueBinding(value, path, conditional));
        } else if (target instanceof Expression.Subscript item && item.target() instanceof Expression.Name name) {
            bindMore(name.id(), new Scope.ItemBinding(Optional.of(item.index()), Optional.of(value)));
        } else if (target instanceof Expression.Starred starred) {
            target(starred.value(), value, path, conditional);
        } else if (target instanceof Expression.Collection collection) {
            for (int i = 0; i < collection.elements().size(); i++) {
                target(collection.elements().get(i), value, new Scope.Item(path, Optional.of(i)), conditional);
            }
        }
    }

    private void bind(String name, Scope.Binding binding) {
        bindings.computeIfAbsent(name, key -> new ArrayList<>()).add(binding);
    }

    private void bindMore(String name, Scope.Binding binding) {
        if (bindings.containsKey(name)) {
            bind(name, binding);
        }
    }

    /** Functions that declare a name global bind it for the module; those that do not may still store elements in what it holds. */
    private void globals(Block block, Set<String> declared) {
        Set<String> names = new TreeSet<>(declared);
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Scope scope && scope.global()) {
                names.addAll(scope.names());
            }
        }
        for (Statement statement : block.statements()) {
            if (!names.isEmpty()) {
                globalAssignment(statement, names);
            }
            if (statement instanceof Statement.FunctionDefinition definition) {
                globals(definition.function().body().block(), Set.of());
                globalItems(definition.function());
            } else if (statement instanceof Statement.ClassDefinition definition) {
                globals(definition.body(), Set.of());
            } else {
                SubBlocks.of(statement).forEach(inner -> globals(inner, names));
            }
        }
    }

    private void globalItems(Function function) {
        Set<String> stored = new TreeSet<>();
        storedItems(function.body().block(), stored);
        stored.removeAll(LocalNames.of(function).bound());
        stored.forEach(name -> bindMore(name, new Scope.ItemBinding(Optional.empty(), Optional.empty())));
    }

    private static void storedItems(Block block, Set<String> stored) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Assign assign) {
                for (Expression target : assign.targets()) {
                    if (target instanceof Expression.Subscript item && item.target() instanceof Expression.Name name) {
                        stored.add(name.id());
                    }
                }
            }
            SubBlocks.of(statement).forEach(inner -> storedItems(inner, stored));
        }
    }

    private void globalAssignment(Statement statement, Set<String> names) {
        if (statement instanceof Statement.Assign assign) {
            for (Expression target : assign.targets()) {
                if (target instanceof Expression.Name name && names.contains(name.id())) {
                    bind(name.id(), new Scope.ValueBinding(assign.value(), new Scope.Whole(), true));
                }
            }
        } else if (statement instanceof Statement.Import imported) {
            imported.aliases().stream()
                    .filter(alias -> names.contains(alias.asName().isEmpty() ? alias.name() : alias.asName()))
                    .forEach(alias -> importModule(alias, true));
        }
    }
}
