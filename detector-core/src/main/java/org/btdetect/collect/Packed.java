package org.btdetect.collect;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files that may be packed, recognised by how they begin and not by their names. */
final class Packed {
    private static final int BUFFER = 1 << 16;

    private Packed() {}

    static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            raw.mark(2);
            boolean isGzip = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return isGzip ? new GZIPInputStream(raw, BUFFER) : raw;
        } catch (IOException failure) {
            raw.close();
            throw failure;
        }
    }
}
