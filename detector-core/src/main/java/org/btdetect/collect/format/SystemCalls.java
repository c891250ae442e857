package org.btdetect.collect.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The names of system calls by architecture and number, for audit records that were not enriched with them. */
final class SystemCalls {
    private static final String X86_64 = "c000003e";

    private final Map<String, String> x86 = new HashMap<>();
    private final Map<String, String> generic = new HashMap<>();

    SystemCalls() {
        try (InputStream stream = SystemCalls.class.getResourceAsStream("system-calls.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        Objects.requireNonNull(stream, "system-calls.txt"), StandardCharsets.US_ASCII))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(part -> {
                        x86.put(part[1], part[0]);
                        generic.put(part[2], part[0]);
                    });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the name, or the number where it is not known. */
    String name(String architecture, String number) {
        return (architecture.equals(X86_64) ? x86 : generic).getOrDefault(number, number);
    }
}
