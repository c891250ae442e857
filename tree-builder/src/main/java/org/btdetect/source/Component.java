package org.btdetect.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One part of a stack, on this machine.
 *
 * @param kind which part
 * @param root the folder that its files' paths are relative to, such as the one that holds the package {@code nova}
 * @param version the upstream version that the tree itself states, or {@code unknown}
 * @param provenance the package it came from; empty for a user's folder
 */
public record Component(ComponentKind kind, Path root, String version, Optional<Provenance> provenance) {
    /**
     * The files of this component that the analysis reads, relative to the root, sorted.
     *
     * @throws SourceException when the folder cannot be read
     */
    public List<Path> files() {
        return FileSelection.of(kind).filesUnder(root);
    }

    /**
     * SHA-256 over the names and contents of {@link #files()}, in lower-case hexadecimal: the same wherever the folder
     * stands. Reads every file.
     */
    public String contentHash() {
        return ContentHash.of(root, files());
    }
}
