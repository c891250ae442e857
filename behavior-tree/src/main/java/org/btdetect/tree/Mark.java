package org.btdetect.tree;

import java.util.Locale;

/** A property of an occurrence that the detector weighs. */
public enum Mark {
    /** Occurs on an exception path only. */
    ERROR,
    /** Runs asynchronously to what follows it. */
    ASYNC,
    /** Reads state and changes nothing. */
    AUX;

    /** Returns the lower-case text that stands for this mark in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
