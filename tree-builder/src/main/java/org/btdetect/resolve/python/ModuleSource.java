package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.Module;

/** Where the interpreter gets modules from, each parsed when it is first asked for. */
public interface ModuleSource {

    /** @return the module of that dotted name, empty if it is not part of the program */
    Optional<Loaded> load(String dottedName);

    /** @return whether {@code load} would find the module; never parses */
    boolean exists(String dottedName);

    /** @return the dotted names of the modules whose text defines a function or class of the name, sorted */
    List<String> modulesDefining(String name);

    /** Whether the text of any module assigns an attribute of the name. */
    boolean assignsAttribute(String name);

    /** @return the dotted names of the modules whose text contains {@code text}, sorted; a cheap filter before parsing */
    List<String> modulesContaining(String text);

    /** @return the dotted names of the modules inside of the package, at any depth, sorted */
    default List<String> modulesBelow(String dottedName) {
        return List.of();
    }

    /** @return what the metadata of the program's distributions offer for loading by name, in the order of declaration */
    default List<EntryPoint> entryPoints() {
        return List.of();
    }

    /** A module with the component that it belongs to; {@code isPackage} for an {@code __init__.py}. */
    record Loaded(String component, Module module, boolean isPackage) {}
}
