package org.btdetect.tree;

import java.util.List;

/**
 * What a library was derived from, and by what.
 *
 * @param name the library's name, such as {@code zed}
 * @param components the components, in the order in which an operation passes them
 * @param tool the version of the program that derived it
 * @param profile the deployment profile: which of the sources' alternatives were assumed to be configured
 * @param counts how much was met and lost
 */
public record Provenance(String name, List<Component> components, String tool, String profile, Counts counts) {
    /** Copies the components. */
    public Provenance {
        components = List.copyOf(components);
    }
}
