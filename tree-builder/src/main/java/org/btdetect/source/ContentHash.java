package org.btdetect.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of files and of folders. */
final class ContentHash {
    private ContentHash() {}

    /** The checksum of one file, in lower-case hexadecimal. */
    static String of(Path file) throws IOException {
        return HexFormat.of().formatHex(digest(file));
    }

    /** The checksum over the sorted {@code files}' names, with slashes, and contents. */
    static String of(Path root, List<Path> files) {
        MessageDigest whole = sha256();
        for (Path file : files) {
            String name = file.toString().replace('\\', '/');
            whole.update(name.getBytes(StandardCharsets.UTF_8));
            whole.update((byte) 0);
            try {
                whole.update(digest(root.resolve(file)));
            } catch (IOException e) {
                throw SourceException.unavailable("cannot read " + root.resolve(file), e);
            }
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static byte[] digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
