package org.btdetect.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.program.Module;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/** The log statements of a stack's sources, whether anything reaches them or not. */
public final class Catalogue {
    /** A word that every Python module with log statements contains. */
    public static final String PYTHON_MARK = PythonLogStatements.FACTORY;

    private final Map<Place, List<LogStatement>> statements = new TreeMap<>();
    private final Map<Place, List<String>> ids = new HashMap<>();
    private final Set<String> errors = new HashSet<>();

    /**
     * Adds the statements of a Python module.
     *
     * @param component the component that places carry
     * @param name the module's dotted name
     */
    public void add(String component, Module module, String name) {
        add(PythonLogStatements.of(component, module, name));
    }

    /** Adds all statements of another catalogue. */
    public void add(Catalogue other) {
        other.statements.values().forEach(this::add);
    }

    /** Adds the statements of C sources. */
    public void add(NativeStatements found) {
        add(found.all());
    }

    private void add(List<LogStatement> found) {
        for (LogStatement statement : found) {
            Place place = statement.origin().place();
            List<LogStatement> there = statements.computeIfAbsent(place, key -> new ArrayList<>());
            if (statement.kind() == TracePointKind.ERROR_REPORT) {
                errors.add(id(place, there.size()));
            }
            there.add(statement);
        }
    }

    /** Returns whether a trace point reports an error. */
    public boolean reportsError(String id) {
        return errors.contains(id);
    }

    /** Returns the trace points of all statements, as far as known executed in the given layers. */
    public List<TracePoint> tracePoints(Map<Place, Set<Layer>> reached) {
        List<TracePoint> points = new ArrayList<>();
        statements.forEach((place, all) -> {
            for (int i = 0; i < all.size(); i++) {
                LogStatement statement = all.get(i);
                points.add(new TracePoint(
                        id(place, i),
                        statement.kind(),
                        statement.channel(),
                        statement.template(),
                        statement.origin(),
                        reached.getOrDefault(place, Set.of())));
            }
        });
        return points;
    }

    /** Returns the ids of the trace points at a place. */
    public List<String> idsAt(Place place) {
        return ids.computeIfAbsent(place, key -> {
            int count = statements.getOrDefault(key, List.of()).size();
            return IntStream.range(0, count).mapToObj(i -> id(key, i)).toList();
        });
    }

    private static String id(Place place, int number) {
        return number == 0 ? place.toString() : place + "#" + (number + 1);
    }
}
