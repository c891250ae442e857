package org.btdetect.tree.diff;

import java.util.Locale;

/** How much a change matters, the gravest first. */
public enum Severity {
    /** An operation can reach something below that it could not reach before. */
    SURFACE("an operation can reach something new below"),
    /** The same things happen in another order, under another condition or another number of times. */
    ORDER("the same happens in another order, under another condition or another number of times"),
    /** What a detector relies on is gone or looks different. */
    EVIDENCE("what a detector relies on is gone or looks different"),
    /** The code changed and what it does below did not. */
    REFACTORING("the code changed, and not what it does below");

    private final String doc;

    Severity(String doc) {
        this.doc = doc;
    }

    /** Returns the lower-case text that stands for this severity in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what changes of this severity have in common. */
    public String doc() {
        return doc;
    }

    /** Returns whether this is as grave as another severity, or graver. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
