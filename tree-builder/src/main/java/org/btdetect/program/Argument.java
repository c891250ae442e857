package org.btdetect.program;

/**
 * An argument of a call, or a base or keyword of a class definition.
 *
 * @param name the keyword of a {@link Kind#KEYWORD} argument, else empty
 */
public record Argument(Kind kind, String name, Expression value) {

    /** How the argument is passed. */
    public enum Kind {
        POSITIONAL,
        KEYWORD,
        /** {@code *value}. */
        UNPACKED,
        /** {@code **value}. */
        UNPACKED_MAPPING
    }

    public static Argument positional(Expression value) {
        return new Argument(Kind.POSITIONAL, "", value);
    }

    public static Argument keyword(String name, Expression value) {
        return new Argument(Kind.KEYWORD, name, value);
    }
}
