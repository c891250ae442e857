package org.btdetect.match;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.tree.Layer;

/**
 * The virtualization processes that the daemon started.
 *
 * <p>Its debug log tells their numbers. Where it does not, each start that a domain's log records licenses one process that
 * says that it is this domain's.
 */
final class Machines {
    private static final int MOST_PROCESSES = 1 << 18;
    private static final int MOST_STARTS = 16;
    private static final long START = 120_000_000;
    private static final Pattern NAME = Pattern.compile("-name (?:guest=)?([^,\\s]+)");

    private final Map<String, String> processes = new Bounded<>(MOST_PROCESSES);
    private final Map<String, Deque<Long>> starts = new HashMap<>();
    private final Set<String> claimed = new HashSet<>();
    private final Set<String> emulators = new HashSet<>();

    /** Takes notice of a record as soon as it is read. */
    void note(Event event) {
        String domain = event.target().domain().isEmpty()
                ? event.target().instance()
                : event.target().domain();
        if (event.source().layer() == Layer.LIBVIRT && !domain.isEmpty()) {
            Numbers.of(event.field("pid")).ifPresent(process -> processes.put(key(event, process), domain));
        }
        if (event.target().process() > 0 && !domain.isEmpty()) {
            processes.put(key(event, event.target().process()), domain);
        }
        if (event.kind() == EventKind.PROCESS && event.operation().equals("start")) {
            Deque<Long> ofDomain = starts.computeIfAbsent(domain, key -> new ArrayDeque<>());
            ofDomain.add(event.time().micros());
            if (ofDomain.size() > MOST_STARTS) {
                ofDomain.remove();
            }
        }
    }

    /** Returns whether the acting process is one that the daemon started. */
    boolean isKnown(Event event) {
        Actor actor = event.actor();
        boolean isKnown = processes.containsKey(key(event, actor.process())) || claims(event);
        if (isKnown) {
            emulators.add(actor.program());
        }
        return isKnown;
    }

    private static String key(Event event, long process) {
        return event.source().host() + "/" + process;
    }

    private boolean claims(Event event) {
        Matcher name = NAME.matcher(event.field("arguments"));
        if (event.actor().parent() != 1 || !name.find()) {
            return false;
        }
        String domain = name.group(1);
        boolean isFirst = claimed.add(domain);
        if (takesStart(domain, event.time().micros()).isEmpty() && !isFirst) {
            return false;
        }
        processes.put(key(event, event.actor().process()), domain);
        return true;
    }

    private Optional<Long> takesStart(String domain, long micros) {
        Deque<Long> ofDomain = starts.getOrDefault(domain, new ArrayDeque<>());
        ofDomain.removeIf(start -> start < micros - START);
        return Optional.ofNullable(ofDomain.poll());
    }

    /** Returns whether the program is one by which virtual machines run here. */
    boolean isEmulator(String program) {
        return emulators.contains(program);
    }
}
