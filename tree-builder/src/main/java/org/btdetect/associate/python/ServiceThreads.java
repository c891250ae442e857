package org.btdetect.associate.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;

/**
 * The threads of a service that never end, and the queues that they wait at. What such a thread does belongs to whatever puts
 * something into its queue, not to what started it.
 */
public final class ServiceThreads {

    /** A thread's function and what it is called with. */
    record Thread(Value function, Arguments arguments) {}

    private final Deque<Thread> running = new ArrayDeque<>();
    private final Map<String, List<Thread>> waiting = new TreeMap<>();

    /** Interprets a thread's function, so that the queues are known that it waits at. */
    Outcome run(Value function, Arguments arguments, Supplier<Outcome> call) {
        running.push(new Thread(function, arguments));
        Outcome outcome = call.get();
        running.pop();
        return outcome;
    }

    /** Notes that the running thread, if one is, takes from a queue. */
    void waitsAt(String queue) {
        Thread thread = running.peek();
        List<Thread> known = waiting.computeIfAbsent(queue, key -> new ArrayList<>());
        if (thread != null && !known.contains(thread)) {
            known.add(thread);
        }
    }

    /** The threads that take from a queue, unless one of them is running. */
    List<Thread> waitingAt(String queue) {
        List<Thread> threads = waiting.getOrDefault(queue, List.of());
        return threads.stream().anyMatch(running::contains) ? List.of() : List.copyOf(threads);
    }

    /** Whether a thread's function waits for ever: it neither returns nor raises. */
    static boolean neverEnds(Outcome outcome) {
        return !outcome.completes() && outcome.raised().isNothing();
    }
}
