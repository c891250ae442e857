package org.btdetect.tree.io;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.btdetect.tree.ActionName;

/** Makes file names from the names of actions, which come from sources that nobody here vouches for. */
public final class FileNames {
    private static final int MAX_LENGTH = 120;
    private static final int HASH_LENGTH = 16;

    private FileNames() {}

    /**
     * Returns a name that is safe in every file system: letters, digits and {@code - _ = .} stay, every other byte of the
     * UTF-8 form and a leading full stop become {@code %XX}, and a long name ends in the hash of the whole.
     */
    public static String of(ActionName action) {
        StringBuilder name = new StringBuilder();
        for (byte unit : action.toString().getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (unit & 0xFF);
            boolean safe = isSafe(character) && !(character == '.' && name.isEmpty());
            name.append(safe ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", unit & 0xFF));
        }
        return name.length() <= MAX_LENGTH ? name.toString() : shortened(name.toString());
    }

    private static boolean isSafe(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || "-_=.".indexOf(character) >= 0;
    }

    private static String shortened(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.US_ASCII));
            return name.substring(0, MAX_LENGTH - HASH_LENGTH - 1)
                    + "~"
                    + HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java has SHA-256", failure);
        }
    }
}
