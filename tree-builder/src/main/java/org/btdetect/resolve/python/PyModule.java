package org.btdetect.resolve.python;

import org.btdetect.program.Position;
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

    public Scope scope() {
        return scope;
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
