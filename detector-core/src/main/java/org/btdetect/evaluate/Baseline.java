package org.btdetect.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.match.Catalogue;
import org.btdetect.tree.Layer;

/** Simpler algorithms, to be compared with on the same events. */
public enum Baseline {
    /**
     * The original paper's Table IV as it is printed: parents are looked up by action and minute, and a tree whose parent is
     * missing leaves the loop as normal.
     */
    TABLE_IV_AS_PRINTED("Table IV as printed") {
        @Override
        List<Alarm> raise(List<Event> events, Catalogue catalogue) {
            return List.of();
        }
    },
    /** Table IV with the check that it lacks: a tree has to reach its root. */
    TABLE_IV_REPAIRED("Table IV with a root check") {
        @Override
        List<Alarm> raise(List<Event> events, Catalogue catalogue) {
            Map<Long, List<Event>> above = new HashMap<>();
            events.stream()
                    .filter(event -> event.kind() == EventKind.LOG && event.layer() == Layer.COMPUTE)
                    .forEach(event -> above.computeIfAbsent(minute(event), key -> new ArrayList<>())
                            .add(event));
            Set<String> explained = new HashSet<>();
            List<Alarm> alarms = new ArrayList<>();
            for (Event event : events) {
                if (Catalogue.isChange(event)) {
                    boolean isExplained = explained.contains(event.operation() + minute(event))
                            || above.getOrDefault(minute(event), List.of()).stream()
                                    .anyMatch(
                                            parent -> catalogue.isOfOneAction(event.operation(), parent.tracePoint()));
                    if (isExplained) {
                        explained.add(event.operation() + minute(event));
                    } else {
                        alarms.add(alarm(event, Layer.LIBVIRT));
                    }
                }
            }
            return alarms;
        }
    },
    /** The service's records are joined with requests by their identifiers, and nothing else is looked at. */
    REQUEST_ID_ONLY("request identifiers only") {
        @Override
        List<Alarm> raise(List<Event> events, Catalogue catalogue) {
            Set<String> requests = new HashSet<>();
            events.stream()
                    .filter(event -> event.layer() == Layer.API)
                    .forEach(event -> requests.add(event.link().request()));
            return events.stream()
                    .filter(event -> event.layer() == Layer.COMPUTE
                            && !event.actor().user().isEmpty())
                    .filter(event -> !requests.contains(event.link().request()))
                    .map(event -> alarm(event, Layer.COMPUTE))
                    .toList();
        }
    },
    /** A change is explained by whatever the services recorded of the instance within five seconds. */
    NEAREST_IN_TIME("nearest record within 5 s") {
        @Override
        List<Alarm> raise(List<Event> events, Catalogue catalogue) {
            Map<String, List<Long>> records = new HashMap<>();
            events.stream()
                    .filter(event -> event.layer() == Layer.COMPUTE || event.kind() == EventKind.REQUEST)
                    .forEach(event -> records.computeIfAbsent(event.target().instance(), key -> new ArrayList<>())
                            .add(event.time().micros()));
            return events.stream()
                    .filter(Catalogue::isChange)
                    .filter(event -> records.getOrDefault(event.target().instance(), List.of()).stream()
                            .noneMatch(time -> Math.abs(time - event.time().micros()) <= NEAR))
                    .map(event -> alarm(event, Layer.LIBVIRT))
                    .toList();
        }
    };

    private static final long NEAR = 5_000_000;
    private static final long MINUTE = 60_000_000;

    private final String title;

    Baseline(String title) {
        this.title = title;
    }

    /** Returns what a report calls the algorithm. */
    public String title() {
        return title;
    }

    abstract List<Alarm> raise(List<Event> events, Catalogue catalogue);

    /** Returns the alarms; those of one object within five seconds are one. */
    public List<Alarm> alarms(List<Event> events, Catalogue catalogue) {
        List<Alarm> joined = new ArrayList<>();
        Map<String, Alarm> last = new HashMap<>();
        for (Alarm alarm : raise(events, catalogue)) {
            Alarm before = last.get(alarm.object());
            if (before == null || alarm.from() - before.to() > NEAR) {
                joined.add(alarm);
            }
            last.put(alarm.object(), alarm);
        }
        return joined;
    }

    private static long minute(Event event) {
        return event.time().micros() / MINUTE;
    }

    private static Alarm alarm(Event event, Layer level) {
        long at = event.time().micros();
        return new Alarm(at, at, event.target().instance(), Optional.of(level), event.operation());
    }
}
