package org.btdetect.keyword;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.btdetect.tree.ActionName;

/** All trace points of a release, and which of them each action may leave records with, as evidence of which nodes. */
public final class KeywordLibrary {
    private final SortedMap<String, TracePoint> byId = new TreeMap<>();
    private final List<TracePoint> points;
    private final SortedMap<ActionName, List<Emission>> emissions = new TreeMap<>();
    private final Map<String, List<ActionName>> actions = new HashMap<>();

    /** Rejects two trace points of one id, and emissions of a trace point that the library does not have. */
    public KeywordLibrary(Collection<TracePoint> points, Map<ActionName, ? extends Collection<Emission>> emissions) {
        for (TracePoint point : points) {
            if (byId.put(point.id(), point) != null) {
                throw new IllegalArgumentException("two trace points with the id " + point.id());
            }
        }
        this.points = points.stream().sorted().toList();
        new TreeMap<>(emissions).forEach((action, all) -> {
            all.stream().map(Emission::tracePoint).distinct().forEach(id -> register(action, id));
            this.emissions.put(action, all.stream().sorted().distinct().toList());
        });
    }

    private void register(ActionName action, String id) {
        if (!byId.containsKey(id)) {
            throw new IllegalArgumentException("no trace point has the id " + id);
        }
        actions.computeIfAbsent(id, key -> new ArrayList<>()).add(action);
    }

    /** Returns all trace points in their order. */
    public List<TracePoint> tracePoints() {
        return points;
    }

    /** Returns the trace point of an id. */
    public Optional<TracePoint> tracePoint(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns the actions of the library. */
    public Set<ActionName> actions() {
        return Collections.unmodifiableSet(emissions.keySet());
    }

    /** Returns what an action may emit, in the order of the nodes. */
    public List<Emission> emissions(ActionName action) {
        return emissions.getOrDefault(action, List.of());
    }

    /** Returns the actions that may emit a trace point. */
    public SortedSet<ActionName> actionsOf(String tracePoint) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(actions.getOrDefault(tracePoint, List.of())));
    }
}
