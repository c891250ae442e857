package org.btdetect.keyword;

import java.util.Locale;

/** How often a trace point leaves its record when the node that it is evidence of occurs. */
public enum Occurrence {
    /** Whenever the node completes. */
    ALWAYS,
    /** Under a condition, any number of times, or beside what is asynchronous. */
    SOMETIMES,
    /** While an error is being handled. */
    ERROR;

    /** Returns the lower-case text that stands for this in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what holds of something that occurs like this inside of something that occurs like the other. */
    public Occurrence within(Occurrence outer) {
        return compareTo(outer) >= 0 ? this : outer;
    }
}
