package org.btdetect.event;

import java.util.Iterator;
import java.util.List;

/**
 * Events of any number of logs, merged in the order of their time and read once; events of one log keep its order.
 *
 * <p>A log that can no longer be read makes {@link #next()} and {@link #hasNext()} throw an
 * {@link java.io.UncheckedIOException}.
 */
public interface EventStream extends Iterator<Event>, AutoCloseable {
    /** Returns what each source covers of the time up to the last event that was returned; complete at the stream's end. */
    List<Coverage> coverage();

    @Override
    void close();

    /** Returns the events of a list, with the coverage that their own times show. */
    static EventStream of(List<Event> events) {
        return new ListedEvents(events);
    }
}
