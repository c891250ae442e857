package org.btdetect.tree.io;

import java.io.IOException;
import java.nio.file.Path;

/** Writes files of a library into the folder in which it is made. */
@FunctionalInterface
public interface LibraryFiller {
    /** Writes the files. */
    void fill(Path folder) throws IOException;
}
