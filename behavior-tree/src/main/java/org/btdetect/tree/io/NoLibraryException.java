package org.btdetect.tree.io;

import java.io.IOException;

/** A folder that was named as a tree library and is none. */
public final class NoLibraryException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception whose message stands on its own. */
    public NoLibraryException(String message) {
        super(message);
    }
}
