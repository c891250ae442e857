package org.btdetect.source;

import java.nio.file.Path;
import java.util.List;

/** A package archive, suite by suite. */
interface PackageArchive {
    /**
     * Reads a suite's signed index.
     *
     * @throws SourceException when the suite cannot be had
     */
    Suite open(String suite);

    /** One suite of the archive, its index read. */
    interface Suite {
        String name();

        /** Every version that the index lists, in no order. */
        List<DebianVersion> versions(PackageRequest request);

        /** Where the file of a listed version stands: a binary package, or the upstream archive of a source package. */
        RemoteFile locate(PackageRequest request, DebianVersion version);

        /**
         * Downloads a file and checks it against its checksum.
         *
         * @throws NotInArchive when the index lists the file and the archive does not have it
         * @throws SourceException when it cannot be had for another reason
         */
        void download(RemoteFile file, Path target) throws NotInArchive;
    }

    /**
     * A file of the archive.
     *
     * @param uri where it stands
     * @param name its own name
     * @param size its size in bytes
     * @param sha256 its checksum, in lower-case hexadecimal
     */
    record RemoteFile(String uri, String name, long size, String sha256) {}

    /** The index lists a file that the archive no longer has. */
    final class NotInArchive extends Exception {
        private static final long serialVersionUID = 1L;

        NotInArchive(String message) {
            super(message);
        }
    }
}
