package org.btdetect.paper;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The offset of the deployment's local time from universal time, estimated where logs of both kinds tell of the same
 * operations: the offset that lets most of them coincide.
 */
final class ZoneEstimate {
    private static final int QUARTER = 15 * 60;
    private static final int WEST = -12 * 60 * 60;
    private static final int EAST = 14 * 60 * 60;

    private ZoneEstimate() {}

    /** Returns the best of all offsets in use, which are multiples of a quarter of an hour; the one nearest to UTC of equals. */
    static ZoneOffset of(List<PaperRecord> records, Duration tolerance) {
        List<PaperRecord> local =
                records.stream().filter(record -> !record.universal()).toList();
        List<PaperRecord> universal =
                records.stream().filter(PaperRecord::universal).toList();
        int best = 0;
        int most = -1;
        for (int seconds = WEST; seconds <= EAST; seconds += QUARTER) {
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(seconds);
            List<PaperRecord> shifted =
                    universal.stream().map(record -> record.local(offset)).toList();
            int pairs = Pairing.of(shifted, local, tolerance).size();
            if (pairs > most || (pairs == most && Math.abs(seconds) < Math.abs(best))) {
                best = seconds;
                most = pairs;
            }
        }
        return ZoneOffset.ofTotalSeconds(best);
    }
}
