package org.btdetect.event;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that are already in memory. */
final class ListedEvents implements EventStream {
    private final Iterator<Event> events;
    private final Map<Source, Coverage> covered = new LinkedHashMap<>();

    ListedEvents(List<Event> events) {
        this.events = events.stream()
                .sorted(Comparator.comparingLong(event -> event.time().micros()))
                .iterator();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        long at = event.time().micros();
        covered.merge(
                event.source(),
                new Coverage(event.source(), at, at),
                (before, now) -> new Coverage(before.source(), before.from(), now.to()));
        return event;
    }

    @Override
    public List<Coverage> coverage() {
        return List.copyOf(covered.values());
    }

    @Override
    public void close() {}
}
