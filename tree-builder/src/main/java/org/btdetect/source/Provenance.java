package org.btdetect.source;

import java.util.Optional;

/**
 * Which package of the archive a component was taken from.
 *
 * <p>It names no archive host: two mirrors give the same provenance.
 *
 * @param packageName the binary or source package
 * @param packageVersion its full version, with epoch and revision
 * @param suite the suite that it was found in
 * @param file the archive file that was unpacked
 * @param sha256 that file's checksum, in lower-case hexadecimal, as the archive's signed index states it
 * @param note why it is not the package that the set asks for, where it is another
 */
public record Provenance(
        String packageName, String packageVersion, String suite, String file, String sha256, Optional<String> note) {}
