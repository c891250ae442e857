package org.btdetect.resolve.c;

import java.util.List;
import java.util.function.Predicate;

/**
 * What an interpretation of C depends on besides the program.
 *
 * @param boundaries the operations that end the way down
 * @param tables which tables of functions at file scope the deployment uses
 * @param facts what else the deployment settles
 * @param recorder hears of every call
 * @param records which uses leave records
 * @param exhaustive whether functions are entered that can reach no boundary operation
 */
public record COptions(
        List<CBoundary> boundaries,
        Predicate<CProgram.Variable> tables,
        Facts facts,
        CallRecorder recorder,
        CRecords records,
        boolean exhaustive) {

    public COptions {
        boundaries = List.copyOf(boundaries);
    }
}
