package org.btdetect.source;

/** Where a long operation says what it does. */
@FunctionalInterface
public interface Progress {
    /** Says one line. */
    void say(String line);
}
