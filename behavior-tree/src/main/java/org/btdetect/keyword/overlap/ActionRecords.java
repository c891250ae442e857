package org.btdetect.keyword.overlap;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.TracePoint;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Operator;
import org.btdetect.tree.TreeNode;

/** The records that an action leaves in each layer while nothing fails: those it may leave, and those it always leaves. */
final class ActionRecords {
    private final ActionName name;
    private final Map<Layer, SortedSet<LogRecord>> possible = new EnumMap<>(Layer.class);
    private final Map<Layer, SortedSet<LogRecord>> certain = new EnumMap<>(Layer.class);
    private final Map<String, Layer> layers = new HashMap<>();
    private final Set<String> failing = new HashSet<>();
    private final Set<String> always = new HashSet<>();

    private ActionRecords(ActionName name) {
        this.name = name;
    }

    static ActionRecords of(BehaviorTree tree, KeywordLibrary library, Level threshold) {
        ActionRecords records = new ActionRecords(tree.name());
        records.walk(tree.root(), true, false);
        for (Emission emission : library.emissions(tree.name())) {
            library.tracePoint(emission.tracePoint())
                    .filter(point -> point.level().isWrittenAt(threshold))
                    .ifPresent(point -> records.add(emission, point));
        }
        return records;
    }

    private void walk(TreeNode node, boolean certainly, boolean fails) {
        boolean control = node.kind() == NodeKind.OPERATOR;
        boolean always = certainly && !(control && !node.is(Operator.SEQUENCE) && !node.is(Operator.PARALLEL));
        boolean failure = fails || node.marks().contains(Mark.ERROR);
        layers.put(node.id(), node.layer());
        if (failure) {
            failing.add(node.id());
        } else if (always) {
            this.always.add(node.id());
        }
        node.children().forEach(child -> walk(child, always, failure));
    }

    private void add(Emission emission, TracePoint point) {
        Layer layer = layers.get(emission.node());
        if (layer == null || emission.occurrence() == Occurrence.ERROR || failing.contains(emission.node())) {
            return;
        }
        LogRecord record = LogRecord.of(point);
        possible.computeIfAbsent(layer, key -> new TreeSet<>()).add(record);
        if (emission.occurrence() == Occurrence.ALWAYS && always.contains(emission.node())) {
            certain.computeIfAbsent(layer, key -> new TreeSet<>()).add(record);
        }
    }

    ActionName name() {
        return name;
    }

    SortedSet<LogRecord> possible(Layer layer) {
        return possible.getOrDefault(layer, new TreeSet<>());
    }

    boolean isCertain(LogRecord record, Layer layer) {
        return certain.getOrDefault(layer, new TreeSet<>()).contains(record);
    }
}
