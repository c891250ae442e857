package org.btdetect.tree;

import java.util.Locale;

/** Whether the callee of an edge is the only candidate. */
public enum Certainty {
    /** The sources leave no other callee. */
    EXACT,
    /** The callee is one of several candidates. */
    AMBIGUOUS;

    /** Returns the lower-case text that stands for this certainty in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the certainty of two edges passed one after the other. */
    public Certainty and(Certainty other) {
        return this == EXACT ? other : this;
    }
}
