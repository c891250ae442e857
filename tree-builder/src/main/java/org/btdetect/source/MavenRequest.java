package org.btdetect.source;

/**
 * An archive of sources in a Maven repository, where a version never changes.
 *
 * @param component what it holds
 */
public record MavenRequest(ComponentKind component, String group, String artifact, String version) {
    /** The coordinates as Maven's dependency plug-in takes them. */
    String coordinates() {
        return group + ":" + artifact + ":" + version + ":jar:sources";
    }

    /** The name of the archive's file. */
    String file() {
        return artifact + "-" + version + "-sources.jar";
    }
}
