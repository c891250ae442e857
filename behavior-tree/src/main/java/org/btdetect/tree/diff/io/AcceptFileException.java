package org.btdetect.tree.diff.io;

import java.io.IOException;

/** A file of accepted changes that says something else. */
public final class AcceptFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message stands on its own. */
    public AcceptFileException(String message) {
        super(message);
    }

    /** Creates an exception with a cause. */
    public AcceptFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
