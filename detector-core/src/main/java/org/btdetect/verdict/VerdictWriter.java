package org.btdetect.verdict;

import java.io.IOException;

/** Writes verdicts, one after the other. */
public interface VerdictWriter {
    /** Writes a verdict. */
    void write(Verdict verdict) throws IOException;

    /** Writes what comes behind the last verdict, and leaves the stream open. */
    void finish() throws IOException;
}
