package org.btdetect.resolve.c;

import java.util.List;

/**
 * What an interpretation of C depends on besides the program.
 *
 * @param boundaries the operations that end the way down
 * @param recorder hears of every call
 * @param exhaustive whether functions are entered that can reach no boundary operation
 */
public record COptions(List<CBoundary> boundaries, CallRecorder recorder, boolean exhaustive) {

    public COptions {
        boundaries = List.copyOf(boundaries);
    }
}
