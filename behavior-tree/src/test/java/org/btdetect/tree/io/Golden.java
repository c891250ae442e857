package org.btdetect.tree.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file; {@code -Dgolden.update=true} writes the file instead. */
final class Golden {
    static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, () -> file + " (-Dgolden.update=true regenerates it)");
    }

    /** Compares text with what stands between {@code <!-- name -->} and {@code <!-- end -->} in a file. */
    static void checkSection(Path file, String name, String actual) throws IOException {
        String text = Files.readString(file);
        String open = "<!-- " + name + " -->\n";
        int start = text.indexOf(open) + open.length();
        int end = text.indexOf("<!-- end -->", start);
        check(file, text.substring(0, start) + actual + text.substring(end));
    }
}
