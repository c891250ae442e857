package org.btdetect.trace;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.FieldKind;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.Piece;
import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.TreeNode;

/** The trace points that nodes are by themselves: requests, messages, commands, signals, file accesses. */
final class TreeTraces {
    private static final String UNKNOWN = "…";
    private static final TracePointKind[] NAMED = {TracePointKind.INSTANCE_ACTION, TracePointKind.INSTANCE_EVENT};

    private final SortedMap<String, TracePoint> points = new TreeMap<>();

    /** Returns what the nodes of a tree leave behind, and remembers the trace points. */
    List<Emission> in(BehaviorTree tree) {
        List<Emission> emissions = new ArrayList<>();
        tree.nodes()
                .forEach(node -> point(tree, node).ifPresent(point -> {
                    points.merge(point.id(), point, TreeTraces::joined);
                    emissions.add(new Emission(point.id(), node.id(), Occurrence.ALWAYS));
                }));
        return emissions;
    }

    /** Returns what a record with a name of its own is evidence of, and remembers its trace point. */
    Emission named(Sighting sighting) {
        int colon = sighting.text().indexOf(':');
        TracePointKind kind = Stream.of(NAMED)
                .filter(one -> one.id().equals(sighting.text().substring(0, colon)))
                .findFirst()
                .orElse(TracePointKind.NOTIFICATION);
        LogSource source = kind == TracePointKind.NOTIFICATION ? LogSource.NOTIFICATION : LogSource.INSTANCE_ACTION;
        TracePoint point = new TracePoint(
                sighting.text(),
                kind,
                new TracePoint.Channel(source, Level.NONE, ""),
                Template.literal(sighting.text().substring(colon + 1)),
                new TracePoint.Origin(sighting.at(), ""),
                Set.of(sighting.layer()));
        points.merge(point.id(), point, TreeTraces::joined);
        return new Emission(point.id(), sighting.node(), sighting.occurrence());
    }

    /** Returns the trace points of all trees so far. */
    List<TracePoint> points() {
        return List.copyOf(points.values());
    }

    private static TracePoint joined(TracePoint one, TracePoint other) {
        Set<Layer> layers = EnumSet.copyOf(one.layers());
        layers.addAll(other.layers());
        TracePoint first = one.compareTo(other) <= 0 ? one : other;
        return new TracePoint(first.id(), first.kind(), first.channel(), first.template(), first.origin(), layers);
    }

    private static Optional<TracePoint> point(BehaviorTree tree, TreeNode node) {
        String name = node.name();
        return switch (node.edge().kind()) {
            case ROUTE -> request(tree, node);
            case RPC_CAST, RPC_CALL ->
                Optional.of(point(
                        node,
                        TracePointKind.MESSAGE,
                        LogSource.MESSAGE_BUS,
                        name.substring(name.lastIndexOf('.') + 1)));
            case MONITOR_COMMAND -> Optional.of(point(node, TracePointKind.MONITOR_COMMAND, LogSource.MONITOR, name));
            case AGENT_COMMAND -> Optional.of(point(node, TracePointKind.AGENT_COMMAND, LogSource.AGENT, name));
            case PROCESS_EXECUTION -> Optional.of(point(node, TracePointKind.COMMAND, LogSource.PROCESS, node.label()));
            case CALLBACK -> reported(node);
            case SIGNAL -> Optional.of(point(node, TracePointKind.SIGNAL, LogSource.PROCESS, name));
            case FILE_ACCESS ->
                Optional.of(point(node, TracePointKind.FILE_ACCESS, LogSource.FILE_AUDIT, node.label()));
            default -> Optional.empty();
        };
    }

    /** An event that the monitor reports; it has the name of the tree that tells what follows. */
    private static Optional<TracePoint> reported(TreeNode node) {
        boolean event = node.kind() == NodeKind.BOUNDARY && node.layer() == Layer.QEMU;
        String name = node.name().substring(node.name().indexOf(':') + 1);
        return event
                ? Optional.of(point(node, TracePointKind.MONITOR_EVENT, LogSource.MONITOR, name))
                : Optional.empty();
    }

    private static Optional<TracePoint> request(BehaviorTree tree, TreeNode node) {
        String path = tree.activity().route().path();
        return path.isEmpty()
                ? Optional.empty()
                : Template.parse(tree.activity().route().method() + " " + path)
                        .map(template -> point(node, TracePointKind.REQUEST, LogSource.ACCESS_LOG, template));
    }

    private static TracePoint point(TreeNode node, TracePointKind kind, LogSource source, String text) {
        return point(node, kind, source, words(text));
    }

    private static TracePoint point(TreeNode node, TracePointKind kind, LogSource source, Template template) {
        return new TracePoint(
                kind.id() + ":" + template.text(),
                kind,
                new TracePoint.Channel(source, Level.NONE, ""),
                template,
                new TracePoint.Origin(node.edge().evidence(), ""),
                Set.of(node.layer()));
    }

    /** Words of which some are not known, or one of several. */
    private static Template words(String text) {
        List<Piece> pieces = new ArrayList<>();
        int number = 0;
        for (String word : text.split(" ")) {
            if (!pieces.isEmpty()) {
                pieces.add(new Piece.Literal(" "));
            }
            boolean unknown = word.contains(UNKNOWN) || word.contains("|");
            if (unknown) {
                pieces.add(new Piece.Field(String.valueOf(number++), FieldKind.TEXT));
            } else if (!word.isEmpty()) {
                pieces.add(new Piece.Literal(word));
            }
        }
        return new Template(pieces);
    }
}
