package org.btdetect.tree;

import java.util.Locale;

/** How the children of a control node may occur. */
public enum Operator {
    /** All children, in order. */
    SEQUENCE,
    /** Exactly one child. */
    CHOICE,
    /** All children in order, or none of them. */
    OPTIONAL,
    /** All children in order, any number of times, also never. */
    LOOP,
    /** All children in order, interleaved with whatever follows: an asynchronous part that may outlive its parent. */
    PARALLEL;

    /** Returns the lower-case text that stands for this operator in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
