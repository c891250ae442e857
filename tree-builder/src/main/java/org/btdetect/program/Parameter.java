package org.btdetect.program;

import java.util.Optional;

/**
 * A parameter of a function.
 *
 * @param name its name; Python 2's tuple parameters are named by their text and unpacked at the head of the body
 * @param type an annotation (Python) or the type's text as a {@link Expression.Opaque} (C, Java)
 */
public record Parameter(
        Position at, String name, Kind kind, Optional<Expression> defaultValue, Optional<Expression> type) {

    /** How arguments reach the parameter. */
    public enum Kind {
        POSITIONAL_ONLY,
        ORDINARY,
        /** {@code *args}; C's ellipsis. */
        VARIADIC,
        KEYWORD_ONLY,
        /** {@code **kwargs}. */
        KEYWORDS
    }
}
