package org.btdetect.verdict;

import org.btdetect.event.Event;
import org.btdetect.event.Origin;
import org.btdetect.tree.Layer;

/**
 * A record as evidence.
 *
 * @param layer the layer in which it happened
 * @param micros when, in microseconds since 1970
 * @param operation what happened
 * @param key what ties it to the rest of the evidence, such as a request id
 * @param origin where the raw record stands
 */
public record Evidence(Layer layer, long micros, String operation, String key, Origin origin) {
    /** Returns an event as evidence that the key ties in. */
    public static Evidence of(Event event, String key) {
        return new Evidence(event.layer(), event.time().micros(), event.operation(), key, event.origin());
    }
}
