package org.btdetect.tree;

import java.util.Locale;

/** What a node of a behaviour tree stands for. */
public enum NodeKind {
    /** The user's operation, always and only the root. */
    ACTION,
    /** A function that is the entry into a layer. */
    ENTRY,
    /** An intermediate function; in the layered view only where a {@link #REFERENCE} needs it. */
    CALL,
    /** A leaf operation whose effect lies outside of what the tree describes. */
    BOUNDARY,
    /** A control operator. */
    OPERATOR,
    /** A call that the analysis could not follow. */
    UNRESOLVED,
    /** A recursion, or a subtree that already stands elsewhere in this tree. */
    REFERENCE;

    /** Returns the lower-case text that stands for this kind in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
