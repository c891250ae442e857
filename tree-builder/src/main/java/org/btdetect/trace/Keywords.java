package org.btdetect.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.TracePoint;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;

/** Puts the keyword library of a release together. */
public final class Keywords {
    private Keywords() {}

    /** Returns the trace points of the sources and of the trees, and what each tree's activity emits. */
    public static KeywordLibrary of(Catalogue catalogue, List<BehaviorTree> trees) {
        TreeTraces traces = new TreeTraces();
        Map<ActionName, List<Emission>> emissions = new TreeMap<>();
        trees.forEach(tree -> emissions.put(tree.name(), traces.in(tree)));
        List<TracePoint> points = new ArrayList<>(traces.points());
        points.addAll(catalogue.tracePoints(Map.of()));
        return new KeywordLibrary(points, emissions);
    }
}
