package org.btdetect.match;

import java.util.Optional;

/** Numbers in records. */
final class Numbers {
    private static final int LONGEST = 18;

    private Numbers() {}

    /** Returns the number that a text is, if it is one. */
    static Optional<Long> of(String text) {
        boolean isNumber =
                !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
