package org.btdetect.keyword.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.TracePoint;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.io.TreeFormatException;

/**
 * What an action may emit, as files hold it.
 *
 * @param nodes the trace points of each node, as their places in the list of trace points from 0
 */
record ActionJson(String action, Map<String, String> variant, SortedMap<String, NodeJson> nodes) {
    /** The trace points of a node by how often they leave a record. */
    record NodeJson(List<Integer> always, List<Integer> sometimes, List<Integer> error) {
        private static NodeJson empty() {
            return new NodeJson(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private List<Integer> of(Occurrence occurrence) {
            return switch (occurrence) {
                case ALWAYS -> always;
                case SOMETIMES -> sometimes;
                case ERROR -> error;
            };
        }
    }

    static ActionJson of(ActionName name, List<Emission> emissions, ToIntFunction<String> number) {
        SortedMap<String, NodeJson> nodes =
                new TreeMap<>(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        for (Emission emission : emissions) {
            nodes.computeIfAbsent(emission.node(), node -> NodeJson.empty())
                    .of(emission.occurrence())
                    .add(number.applyAsInt(emission.tracePoint()));
        }
        return new ActionJson(name.key(), name.variant(), nodes);
    }

    ActionName name() throws TreeFormatException {
        if (action.isEmpty()) {
            throw new TreeFormatException("the action has no name");
        }
        return ActionName.of(action, variant);
    }

    List<Emission> emissions(List<TracePoint> points) throws TreeFormatException {
        List<Emission> emissions = new ArrayList<>();
        for (Map.Entry<String, NodeJson> node : nodes.entrySet()) {
            for (Occurrence occurrence : Occurrence.values()) {
                for (int number : node.getValue().of(occurrence)) {
                    if (number < 0 || number >= points.size()) {
                        throw new TreeFormatException("there is no trace point number " + number);
                    }
                    emissions.add(new Emission(points.get(number).id(), node.getKey(), occurrence));
                }
            }
        }
        return emissions;
    }
}
