package org.btdetect.source;

import org.btdetect.source.PackageArchive.Suite;

/** A version of a package that a suite lists, whether the archive still has it or not. */
record Offer(PackageRequest request, DebianVersion version, Suite suite) {
    /** The version and where it is listed, for messages. */
    String text() {
        return version.text() + " (" + suite.name() + ")";
    }
}
