package org.btdetect.tree.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.junit.jupiter.api.Test;

class TracePointComparisonTest {
    @Test
    void otherWordsLevelsAndFunctionsAreToldApart() {
        List<TracePoint> before = List.of(
                point("a", 10, "Manager.stop", Level.INFO, "Stopping the instance now"),
                point("b", 20, "Manager.stop", Level.DEBUG, "Going to clean up"),
                point("c", 30, "Manager.wait", Level.INFO, "Waiting for the guest"));
        List<TracePoint> after = List.of(
                point("x", 11, "Manager.stop", Level.INFO, "Stopping the server now"),
                point("y", 31, "Manager._wait", Level.INFO, "Waiting for the guest"),
                point("z", 41, "Manager.stop", Level.WARNING, "Something else happened"));
        List<String> told = TracePointComparison.compare(library(before), library(after)).stream()
                .sorted()
                .map(change -> change.kind().id() + ": " + change.detail() + " " + change.before() + " "
                        + change.after() + " " + change.actions())
                .toList();
        assertEquals(
                List.of(
                        "trace-point-changed: info nova.m: Stopping the instance now → info nova.m: Stopping the server now"
                                + " nova:m.py:10 nova:m.py:11 [os-stop]",
                        "trace-point-removed: debug nova.m: Going to clean up nova:m.py:20  [os-stop]",
                        "trace-point-added: warning nova.m: Something else happened  nova:m.py:41 [os-stop]"),
                told);
    }

    private static TracePoint point(String id, int line, String function, Level level, String text) {
        return new TracePoint(
                id,
                TracePointKind.LOG_STATEMENT,
                new TracePoint.Channel(LogSource.NOVA_LOG, level, "nova.m"),
                Template.literal(text),
                new TracePoint.Origin(new Place("nova", "m.py", line), function),
                Set.of(Layer.COMPUTE));
    }

    private static KeywordLibrary library(List<TracePoint> points) {
        List<Emission> emissions = new ArrayList<>();
        points.forEach(point -> emissions.add(new Emission(point.id(), "n1", Occurrence.ALWAYS)));
        return new KeywordLibrary(points, Map.of(ActionName.of("os-stop"), emissions));
    }
}
