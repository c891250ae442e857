package org.btdetect.tree.io;

import java.io.IOException;

/** A file of a library that cannot be understood, with the place where it is damaged. */
public final class TreeFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message stands on its own. */
    public TreeFormatException(String message) {
        super(message);
    }

    /** Creates an exception with a cause. */
    public TreeFormatException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns this exception with the file's name in front of its message. */
    TreeFormatException in(String file) {
        return new TreeFormatException(file + ": " + getMessage(), this);
    }
}
