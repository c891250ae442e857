package org.btdetect.source;

/**
 * How much an archive may hold before it is refused.
 *
 * @param entries the number of entries of any kind
 * @param fileBytes the size of one file that is wanted
 * @param totalBytes the size of everything together once decompressed, wanted or not
 */
record UnpackLimits(long entries, long fileBytes, long totalBytes) {
    /** Ten times what the largest real component needs. */
    static final UnpackLimits DEFAULT = new UnpackLimits(2_000_000, 64L << 20, 16L << 30);
}
