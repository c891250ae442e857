package org.btdetect.collect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.btdetect.collect.format.RecordSink;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Shapes;
import org.btdetect.event.Event;

/** Counts what comes of a log's records, and keeps events until they are asked for. */
final class Tally implements RecordSink {
    private final Deque<Event> events = new ArrayDeque<>();
    private final Shapes shapes = new Shapes();
    private final List<String> problems = new ArrayList<>();
    private long used;
    private long known;
    private long unknown;
    private long malformed;
    private long repeated;
    private long told;

    @Override
    public void event(Event event) {
        told++;
        events.add(event);
    }

    @Override
    public void used(RawRecord record) {
        used += record.lines();
    }

    @Override
    public void known(RawRecord record) {
        known += record.lines();
    }

    @Override
    public void unknown(RawRecord record, int from, int to) {
        unknown += record.lines();
        shapes.count(record, from, Math.min(to, record.firstLineEnd()));
    }

    @Override
    public void malformed(RawRecord record) {
        malformed += record.lines();
        shapes.count(record, record.from(), record.firstLineEnd());
    }

    void repeated(RawRecord record) {
        repeated += record.lines();
    }

    void problem(String problem) {
        problems.add(problem);
    }

    Deque<Event> events() {
        return events;
    }

    LogReport report(String log, String format, long bytes) {
        return new LogReport(
                log, format, used, known, unknown, malformed, repeated, told, bytes, shapes.list(), problems);
    }
}
