package org.btdetect.match;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.btdetect.event.Event;
import org.btdetect.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into verdicts in one pass.
 *
 * <p>An event is noted at once for what it tells of others (who exists, what was asked for) and judged when the time budget
 * has passed, in the order of time whatever order it came in. A later event is judged all the same and counted.
 */
public final class MatchEngine {
    private static final Comparator<Event> ORDER = Comparator.comparingLong(
                    (Event event) -> event.time().micros())
            .thenComparing(event -> event.layer())
            .thenComparing(event -> event.origin().file())
            .thenComparing(event -> event.operation())
            .thenComparing(event -> event.link().message().length())
            .thenComparing(event -> event.link().message())
            .thenComparing(event -> event.link().call())
            .thenComparing(event -> event.link().request())
            .thenComparing(event -> event.phase())
            .thenComparing(event -> event.tracePoint());

    private final MatchOptions options;
    private final World world;
    private final ServiceDesk services;
    private final DaemonDesk daemon;
    private final ProcessDesk processes;
    private final PriorityQueue<Event> waiting = new PriorityQueue<>(ORDER);
    private long newest = Long.MIN_VALUE;
    private long judgedUntil = Long.MIN_VALUE;
    private long late;
    private long judged;
    private long repeated;
    private @Nullable Event last;

    /** Makes an engine that tells each verdict as soon as nothing can change it any more. */
    public MatchEngine(Catalogue catalogue, MatchOptions options, Consumer<Verdict> verdicts) {
        this.options = options;
        this.world = new World(catalogue, options, verdicts);
        this.services = new ServiceDesk(world);
        this.daemon = new DaemonDesk(world);
        this.processes = new ProcessDesk(world);
    }

    /** Takes the next event. */
    public void accept(Event event) {
        world.note(event);
        services.note(event);
        daemon.note(event);
        processes.note(event);
        if (event.time().micros() < judgedUntil) {
            late++;
        }
        waiting.add(event);
        newest = Math.max(newest, event.time().micros());
        while (!waiting.isEmpty() && waiting.element().time().micros() <= newest - options.budget()) {
            judge(waiting.remove());
        }
    }

    /** All events were given; tells the verdicts that are left. */
    public void finish() {
        while (!waiting.isEmpty()) {
            judge(waiting.remove());
        }
        world.finish();
    }

    /** Returns how many events came later than the budget allows. */
    public long late() {
        return late;
    }

    /** Returns how many events were judged. */
    public long judged() {
        return judged;
    }

    /** Returns how many records were told more than once. */
    public long repeated() {
        return repeated;
    }

    private void judge(Event event) {
        if (isRepeated(event)) {
            repeated++;
            return;
        }
        judgedUntil = Math.max(judgedUntil, event.time().micros());
        judged++;
        world.advance(event.time().micros());
        switch (event.kind()) {
            case REQUEST, ACTION, LOG -> services.judge(event);
            case API_CALL, MONITOR_COMMAND, MONITOR_EVENT -> daemon.judge(event);
            case PROCESS, FILE, PROGRAM -> processes.judge(event);
            default -> {
                // notifications, tasks and resources are evidence of what other records tell already
            }
        }
    }

    /** A record that another copy of the log repeats has all of its words, and comes right behind it in the order. */
    private boolean isRepeated(Event event) {
        Event before = last;
        last = event;
        return before != null
                && before.time().micros() == event.time().micros()
                && before.operation().equals(event.operation())
                && before.link().equals(event.link())
                && before.phase() == event.phase()
                && before.tracePoint().equals(event.tracePoint())
                && before.target().equals(event.target())
                && before.source().equals(event.source())
                && before.fields().equals(event.fields());
    }
}
