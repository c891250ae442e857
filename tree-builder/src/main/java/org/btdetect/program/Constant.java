package org.btdetect.program;

import java.math.BigInteger;

/** A literal's value, in terms that all languages share. */
public sealed interface Constant {

    /** A character string, escapes resolved. */
    record Text(String value) implements Constant {}

    /** A byte string or a C character constant's bytes, each byte as one character. */
    record Bytes(String value) implements Constant {}

    record Whole(BigInteger value) implements Constant {
        public static Whole of(long value) {
            return new Whole(BigInteger.valueOf(value));
        }
    }

    record Real(double value) implements Constant {}

    record Truth(boolean value) implements Constant {}

    /** Python's {@code None} and C's {@code NULL}. */
    record None() implements Constant {}

    /** A literal whose value does not matter here (complex numbers, the ellipsis), as written. */
    record Other(String text) implements Constant {}
}
