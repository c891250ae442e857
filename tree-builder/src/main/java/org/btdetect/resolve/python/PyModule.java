package org.btdetect.resolve.python;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Position;
import org.btdetect.program.Statement;
import org.btdetect.tree.Place;

/** A module of the program with the names that it binds. */
public final class PyModule {

    private final String name;
    private final ModuleSource.Loaded loaded;
    private final Scope scope;

    PyModule(String name, ModuleSource.Loaded loaded) {
        this.name = name;
        this.loaded = loaded;
        this.scope = ScopeBuilder.ofModule(loaded.module().body());
    }

    public String name() {
        return name;
    }

    Block body() {
        return loaded.module().body();
    }

    Scope scope() {
        return scope;
    }

    /** The classes that the module's body defines, in the order of the source. */
    public List<Statement.ClassDefinition> classes() {
        return scope.bindings().values().stream()
                .flatMap(List::stream)
                .filter(Scope.ClassBinding.class::isInstance)
                .map(binding -> ((Scope.ClassBinding) binding).definition())
                .toList();
    }

    /** Whether the module's body defines a function or class of the name. */
    public boolean defines(String definition) {
        return scope.of(definition).stream()
                .anyMatch(binding -> binding instanceof Scope.FunctionBinding || binding instanceof Scope.ClassBinding);
    }

    /** The names that the module's body assigns, with the assigned expressions, in the order of the source. */
    public Map<String, Expression> assignments() {
        Map<String, Expression> found = new LinkedHashMap<>();
        scope.bindings()
                .forEach((bound, bindings) -> bindings.forEach(binding -> {
                    if (binding instanceof Scope.ValueBinding value && value.path() instanceof Scope.Whole) {
                        found.put(bound, value.value());
                    }
                }));
        return found;
    }

    public Place place(Position at) {
        return new Place(loaded.component(), loaded.module().file(), at.line());
    }

    /** @return the absolute name of a module that is imported here with {@code level} leading dots */
    String absolute(int level, String module) {
        if (level == 0) {
            return module;
        }
        String base = name;
        for (int up = loaded.isPackage() ? 1 : 0; up < level; up++) {
            int dot = base.lastIndexOf('.');
            base = dot < 0 ? "" : base.substring(0, dot);
        }
        return module.isEmpty() ? base : base.isEmpty() ? module : base + "." + module;
    }

    @Override
    public String toString() {
        return name;
    }
}
