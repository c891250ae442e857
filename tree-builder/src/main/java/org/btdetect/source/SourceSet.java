package org.btdetect.source;

import java.util.List;
import java.util.Optional;

/**
 * The sources of one stack, on this machine: what a tree library is derived from.
 *
 * @param name the set's name, which is the library's default name
 * @param components at most one of each kind, in the order of the kinds
 */
public record SourceSet(String name, List<Component> components) {
    public SourceSet {
        components = List.copyOf(components);
    }

    /** The component of a kind, or empty where the stack ends above it. */
    public Optional<Component> component(ComponentKind kind) {
        return components.stream().filter(c -> c.kind() == kind).findFirst();
    }
}
