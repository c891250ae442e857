package org.btdetect.frontend;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Decodes source files whatever bytes they hold. */
public final class TextDecoder {
    private TextDecoder() {}

    /** The text in the given encoding; in Latin-1, which keeps every ASCII character, where the bytes are wrong in that encoding. */
    public static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException wrong) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
