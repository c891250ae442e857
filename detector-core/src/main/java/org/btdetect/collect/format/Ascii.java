package org.btdetect.collect.format;

import java.nio.charset.StandardCharsets;

/** ASCII texts as bytes. */
final class Ascii {
    private Ascii() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
