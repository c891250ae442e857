package org.btdetect.source;

/**
 * A package of the archive that holds a component.
 *
 * @param component what it holds
 * @param name the package's name
 * @param form whether the built package or the upstream archive of the source package is wanted
 */
public record PackageRequest(ComponentKind component, String name, Form form) {
    /** The two forms in which the archive keeps a package. */
    public enum Form {
        BINARY,
        SOURCE
    }
}
