package org.btdetect.trace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.TracePoint;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/** Puts the keyword library of a release together. */
public final class Keywords {
    private Keywords() {}

    /**
     * Returns the trace points of the sources and of the trees, and what each tree's activity emits.
     *
     * @param sightings which statements each tree reaches; asked for several trees at once
     */
    public static KeywordLibrary of(
            Catalogue catalogue, List<BehaviorTree> trees, Function<BehaviorTree, List<Sighting>> sightings) {
        TreeTraces traces = new TreeTraces();
        Map<ActionName, List<Emission>> emissions = new TreeMap<>();
        Map<Place, Set<Layer>> reached = new HashMap<>();
        List<List<Sighting>> seen = trees.parallelStream().map(sightings).toList();
        for (int i = 0; i < trees.size(); i++) {
            BehaviorTree tree = trees.get(i);
            List<Emission> emitted = new ArrayList<>(traces.in(tree));
            for (Sighting sighting : seen.get(i)) {
                if (!sighting.text().isEmpty()) {
                    emitted.add(traces.named(sighting));
                    continue;
                }
                List<String> ids = catalogue.idsAt(sighting.at());
                ids.forEach(id -> emitted.add(new Emission(id, sighting.node(), occurrence(id, sighting, catalogue))));
                if (!ids.isEmpty()) {
                    reached.computeIfAbsent(sighting.at(), place -> EnumSet.noneOf(Layer.class))
                            .add(sighting.layer());
                }
            }
            emissions.put(tree.name(), emitted);
        }
        List<TracePoint> points = new ArrayList<>(traces.points());
        points.addAll(catalogue.tracePoints(reached));
        return new KeywordLibrary(points, emissions);
    }

    /** A macro that reports an error if something is wrong stands where nothing is: the report is not what always happens. */
    private static Occurrence occurrence(String id, Sighting sighting, Catalogue catalogue) {
        return catalogue.reportsError(id) ? Occurrence.ERROR : sighting.occurrence();
    }
}
