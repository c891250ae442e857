package org.btdetect.event;

import java.time.Instant;
import java.util.Optional;
import org.btdetect.tree.Layer;

/**
 * A normalised log record: what happened when, where, on which instance, on whose behalf.
 *
 * @param time the record's own time, not yet corrected for the host's clock skew
 * @param host the host that wrote the record
 * @param layer the layer whose log the record stands in
 * @param operation the operation's name in that layer, such as a method, an API function or a monitor command
 * @param instance the instance's UUID, where the record or the logs' own name mapping tells it
 * @param requestId the request that the record belongs to, where it tells it
 * @param actor the user or process that caused the record, where it tells it
 * @param origin where the raw line stands
 */
public record Event(
        Instant time,
        String host,
        Layer layer,
        String operation,
        Optional<String> instance,
        Optional<String> requestId,
        Optional<String> actor,
        Origin origin) {

    /**
     * The place of a raw log line.
     *
     * @param file the log's name as it was given
     * @param line the line's number, from 1
     */
    public record Origin(String file, long line) {
        public Origin {
            if (line < 1) {
                throw new IllegalArgumentException("line numbers start at 1: " + line);
            }
        }
    }
}
