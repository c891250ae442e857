package org.btdetect.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import org.btdetect.collect.format.LogContext;
import org.btdetect.collect.record.Texts;
import org.btdetect.collect.time.HostClocks;
import org.btdetect.collect.time.LogClock;
import org.btdetect.event.Coverage;
import org.btdetect.event.Event;
import org.btdetect.event.EventStream;
import org.btdetect.event.Source;

/** The events of logs, read side by side and merged in the order of their times. */
public final class Collection implements EventStream {
    private record Head(long time, int log) {
        private static final Comparator<Head> ORDER =
                Comparator.comparingLong(Head::time).thenComparingInt(Head::log);
    }

    private static final int MOST_SOURCES = 1 << 14;

    private final List<OpenLog> logs = new ArrayList<>();
    private final List<Path> strangers;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(Head.ORDER);
    private final Map<Source, Coverage> covered = new HashMap<>();
    private final Identities identities;
    private final List<String> findings;

    private Collection(Survey.Result survey, List<Path> strangers, CollectOptions options) {
        this.strangers = strangers;
        this.identities = survey.identities();
        this.findings = survey.findings();
        for (Log log : survey.logs()) {
            HostClocks.Clock host = survey.clocks().getOrDefault(log.source().host(), HostClocks.Clock.RIGHT);
            LogClock clock = new LogClock(log.zone(), host.ahead(), host.unsure()).writtenUntil(log.until());
            LogContext context = new LogContext(log.source(), log.domain(), clock, options.vocabulary(), new Texts());
            logs.add(new OpenLog(log, context, Long.MAX_VALUE));
            queue(logs.size() - 1);
        }
    }

    /**
     * Opens logs.
     *
     * @param paths files, and folders that are searched for logs; rotated and packed files are read as one log
     */
    public static Collection open(List<Path> paths, CollectOptions options) throws IOException {
        LogFinder finder = new LogFinder(options);
        List<Log> logs = finder.find(paths);
        Survey.Result survey = Survey.of(logs, options).with(finder.problems());
        return new Collection(survey, finder.strangers(), options);
    }

    private void queue(int log) {
        Optional<Event> next = logs.get(log).peek();
        next.ifPresent(event -> heads.add(new Head(event.time().micros(), log)));
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Event next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException("all logs are at their end");
        }
        Event event = identities.complete(logs.get(head.log()).take());
        queue(head.log());
        cover(event.source(), event.time().micros(), event.time().micros());
        return event;
    }

    /** Hostile records may name any number of sources. */
    private void cover(Source source, long from, long to) {
        Coverage before = covered.get(source);
        if (before == null && covered.size() >= MOST_SOURCES) {
            return;
        }
        if (before == null || from < before.from() || to > before.to()) {
            long first = before == null ? from : Math.min(from, before.from());
            long last = before == null ? to : Math.max(to, before.to());
            covered.put(source, new Coverage(source, first, last));
        }
    }

    @Override
    public List<Coverage> coverage() {
        for (OpenLog log : logs) {
            log.coverage()
                    .filter(span -> covered.containsKey(span.source()))
                    .ifPresent(span -> cover(span.source(), span.from(), span.to()));
        }
        return covered.values().stream()
                .sorted(Comparator.comparing((Coverage span) -> span.source().host())
                        .thenComparing(span -> span.source().service()))
                .toList();
    }

    /** Returns what came of each log's lines so far. */
    public List<LogReport> reports() {
        return logs.stream()
                .map(OpenLog::report)
                .sorted(Comparator.comparing(LogReport::log))
                .toList();
    }

    /** Returns what was found out of the logs before they were read, such as time zones and wrong clocks, for a user. */
    public List<String> findings() {
        return findings;
    }

    /** Returns the files that are of no known format and were not read. */
    public List<Path> strangers() {
        return strangers;
    }

    @Override
    public void close() {
        logs.forEach(OpenLog::close);
    }
}
