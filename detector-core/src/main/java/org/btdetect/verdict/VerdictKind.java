package org.btdetect.verdict;

import java.util.Locale;

/** What the detector holds of an activity. */
public enum VerdictKind {
    /** An accepted cause explains it. */
    AUTHORISED,
    /** No accepted cause explains it, and every source that could have held one was read. */
    UNAUTHORISED,
    /** A valid request, by someone who does not own what it was done to. */
    POLICY,
    /** The cloud's own answer to something else, which it is told with. */
    REACTION,
    /** A licensed operation that failed or did not complete. */
    FAULT,
    /** The records themselves are incomplete or inconsistent. */
    TELEMETRY,
    /** A source that could have held the cause was not read for the time. */
    UNDECIDABLE;

    /** Returns the lower-case text that stands for this kind in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
