package org.btdetect.keyword;

import java.util.Locale;

/** The level of a record, in ascending order; {@link #NONE} where a source has no levels and always records. */
public enum Level {
    /** For developers. */
    DEBUG,
    /** What normally happens. */
    INFO,
    /** What normally happens and an operator should know; the level of old releases. */
    AUDIT,
    /** What may need attention. */
    WARNING,
    /** What failed. */
    ERROR,
    /** What a service cannot go on after. */
    CRITICAL,
    /** No level: always recorded. */
    NONE;

    /** Returns the lower-case text that stands for this level in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a record of this level is written where the threshold is set. */
    public boolean isWrittenAt(Level threshold) {
        return compareTo(threshold) >= 0;
    }
}
