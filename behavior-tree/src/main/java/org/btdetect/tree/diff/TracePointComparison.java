package org.btdetect.tree.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * Compares the records that actions leave. A record that another function leaves with the same words is no change; of two
 * records of one function that share half of their words, one became the other.
 */
public final class TracePointComparison {
    private static final double ALIKE = 0.5;

    /** What is a crossing is compared as one. */
    private static final Set<TracePointKind> CROSSINGS = EnumSet.of(
            TracePointKind.MONITOR_COMMAND,
            TracePointKind.AGENT_COMMAND,
            TracePointKind.COMMAND,
            TracePointKind.SIGNAL,
            TracePointKind.FILE_ACCESS,
            TracePointKind.REQUEST,
            TracePointKind.MESSAGE);

    private final KeywordLibrary before;
    private final KeywordLibrary after;
    private final List<Change> changes = new ArrayList<>();

    private TracePointComparison(KeywordLibrary before, KeywordLibrary after) {
        this.before = before;
        this.after = after;
    }

    /** Returns what changed in the records of actions that both libraries have. */
    public static List<Change> compare(KeywordLibrary before, KeywordLibrary after) {
        TracePointComparison comparison = new TracePointComparison(before, after);
        comparison.compare();
        return comparison.changes;
    }

    private void compare() {
        Map<String, Deque<TracePoint>> older = byRecord(before);
        Map<String, Deque<TracePoint>> newer = byRecord(after);
        older.forEach((record, points) -> {
            Deque<TracePoint> others = newer.getOrDefault(record, new ArrayDeque<>());
            while (!points.isEmpty() && !others.isEmpty()) {
                points.remove();
                others.remove();
            }
        });
        Map<String, List<TracePoint>> gone = byFunction(older);
        Map<String, List<TracePoint>> fresh = byFunction(newer);
        gone.forEach((function, points) -> {
            List<TracePoint> candidates = fresh.getOrDefault(function, new ArrayList<>());
            for (TracePoint point : points) {
                Optional<TracePoint> successor = candidates.stream()
                        .filter(other -> isAlike(point, other))
                        .findFirst();
                successor.ifPresent(candidates::remove);
                tell(point, successor);
            }
        });
        fresh.values().forEach(points -> points.forEach(this::tellNew));
    }

    private void tell(TracePoint was, Optional<TracePoint> is) {
        ChangeKind kind = is.isPresent() ? ChangeKind.TRACE_POINT_CHANGED : ChangeKind.TRACE_POINT_REMOVED;
        String detail = text(was) + is.map(point -> " → " + text(point)).orElse("");
        Place place = is.map(TracePoint::place).orElse(Place.NONE);
        changes.add(change(kind, was, detail, was.place(), place, actions(before, was)));
    }

    private void tellNew(TracePoint point) {
        changes.add(change(
                ChangeKind.TRACE_POINT_ADDED, point, text(point), Place.NONE, point.place(), actions(after, point)));
    }

    private static Change change(
            ChangeKind kind, TracePoint point, String detail, Place was, Place is, List<String> actions) {
        Layer layer = point.layers().stream().findFirst().orElse(Layer.COMPUTE);
        return new Change(kind, layer, function(point), "", detail, was, is, List.of(), actions, List.of());
    }

    private static List<String> actions(KeywordLibrary library, TracePoint point) {
        return library.actionsOf(point.id()).stream().map(Object::toString).toList();
    }

    private static Map<String, Deque<TracePoint>> byRecord(KeywordLibrary library) {
        Map<String, Deque<TracePoint>> points = new TreeMap<>();
        for (TracePoint point : library.tracePoints()) {
            if (!CROSSINGS.contains(point.kind())
                    && !library.actionsOf(point.id()).isEmpty()) {
                String record = point.kind() + " " + point.source() + " " + text(point);
                points.computeIfAbsent(record, key -> new ArrayDeque<>()).add(point);
            }
        }
        return points;
    }

    private static Map<String, List<TracePoint>> byFunction(Map<String, Deque<TracePoint>> points) {
        Map<String, List<TracePoint>> functions = new TreeMap<>();
        points.values()
                .forEach(some -> some.forEach(point -> functions
                        .computeIfAbsent(
                                point.kind() + " " + point.source() + " " + function(point), key -> new ArrayList<>())
                        .add(point)));
        return functions;
    }

    private static String function(TracePoint point) {
        String function = point.origin().function();
        return function.isEmpty() ? point.place().file() : function;
    }

    private static String text(TracePoint point) {
        return point.level().id() + " " + point.speaker() + ": "
                + point.template().text();
    }

    private static boolean isAlike(TracePoint one, TracePoint other) {
        Map<String, Integer> counts = new HashMap<>();
        List<String> words = List.of(one.template().text().split("\\W+"));
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        Set<String> all = new HashSet<>(words);
        int both = 0;
        for (String word : other.template().text().split("\\W+")) {
            all.add(word);
            both += counts.merge(word, -1, Integer::sum) >= 0 ? 1 : 0;
        }
        return both >= ALIKE * all.size();
    }
}
