package org.btdetect.tree;

import java.util.Locale;

/** What starts the activity that a tree describes. */
public enum RootKind {
    /** A user's request. */
    REQUEST,
    /** A timer in a service. */
    PERIODIC,
    /** The start of a service. */
    STARTUP,
    /** An event that a lower layer reports, such as a guest that powers itself off. */
    EVENT;

    /** Returns the lower-case text that stands for this kind in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
