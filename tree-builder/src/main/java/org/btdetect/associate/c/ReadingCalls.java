package org.btdetect.associate.c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which functions of libvirt's public interface only read: those whose procedure in the remote protocol needs no other permission
 * than to read ({@code @acl: domain:read} before {@code REMOTE_PROC_DOMAIN_GET_INFO}). A procedure has the name of its function,
 * spelled in another way.
 */
public final class ReadingCalls {

    private static final Path PROTOCOL = Path.of("src", "remote", "remote_protocol.x");
    private static final Pattern PERMISSION = Pattern.compile("@acl:\\s*\\w+:(\\w+)");
    private static final Pattern PROCEDURE = Pattern.compile("^\\s*REMOTE_PROC_(\\w+)\\s*=");
    private static final Pattern READS = Pattern.compile("read\\w*|getattr|search\\w*");
    private static final String PREFIX = "vir";
    private static final String TEXT = "string";

    private final Set<String> procedures;

    private ReadingCalls(Set<String> procedures) {
        this.procedures = Set.copyOf(procedures);
    }

    /**
     * Reads the protocol.
     *
     * @param libvirt the folder that holds libvirt's {@code src}; without a protocol in it nothing is known to only read
     * @throws UncheckedIOException when the file cannot be read
     */
    public static ReadingCalls of(Path libvirt) {
        Path protocol = libvirt.resolve(PROTOCOL);
        if (!Files.isRegularFile(protocol)) {
            return new ReadingCalls(Set.of());
        }
        try {
            return of(Files.readString(protocol, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(protocol.toString(), unreadable);
        }
    }

    static ReadingCalls of(String protocol) {
        Set<String> reading = new HashSet<>();
        boolean permitted = false;
        boolean onlyReads = true;
        for (String line : protocol.lines().toList()) {
            Matcher permission = PERMISSION.matcher(line);
            if (permission.find()) {
                permitted = true;
                onlyReads &= READS.matcher(permission.group(1)).matches();
            }
            Matcher procedure = PROCEDURE.matcher(line);
            if (procedure.find()) {
                if (permitted && onlyReads) {
                    reading.add(procedure.group(1).replace("_", "").toLowerCase(Locale.ROOT));
                }
                permitted = false;
                onlyReads = true;
            }
        }
        return new ReadingCalls(reading);
    }

    /** Whether a public function only reads, also one that takes a text for what its procedure takes. */
    public boolean contains(String function) {
        if (!function.startsWith(PREFIX)) {
            return false;
        }
        String name = function.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        return procedures.contains(name)
                || name.endsWith(TEXT) && procedures.contains(name.substring(0, name.length() - TEXT.length()));
    }
}
