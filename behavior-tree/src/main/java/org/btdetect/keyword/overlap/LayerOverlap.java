package org.btdetect.keyword.overlap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Layer;

/**
 * What the records of one layer tell of actions.
 *
 * @param records how many records there are
 * @param own the records that an action alone may leave, certain ones first
 * @param alike groups of two or more actions that may leave the same records
 * @param within for each action, represented by the first of its group, the actions that may leave all of its records and more
 * @param silent the actions that leave no record
 */
public record LayerOverlap(
        Layer layer,
        int records,
        SortedMap<ActionName, List<Own>> own,
        List<SortedSet<ActionName>> alike,
        SortedMap<ActionName, SortedSet<ActionName>> within,
        SortedSet<ActionName> silent) {

    /**
     * A record that tells an action from all others.
     *
     * @param isCertain whether the action always leaves it
     */
    public record Own(LogRecord record, boolean isCertain) {}

    static LayerOverlap of(Layer layer, List<ActionRecords> actions) {
        SortedSet<ActionName> silent = new TreeSet<>();
        Map<LogRecord, List<ActionRecords>> emitters = new TreeMap<>();
        Map<SortedSet<LogRecord>, SortedSet<ActionName>> groups = new LinkedHashMap<>();
        for (ActionRecords action : actions) {
            SortedSet<LogRecord> records = action.possible(layer);
            if (records.isEmpty()) {
                silent.add(action.name());
            } else {
                groups.computeIfAbsent(records, key -> new TreeSet<>()).add(action.name());
                records.forEach(record -> emitters.computeIfAbsent(record, key -> new ArrayList<>())
                        .add(action));
            }
        }
        return new LayerOverlap(
                layer,
                emitters.size(),
                own(layer, emitters),
                groups.values().stream().filter(group -> group.size() > 1).toList(),
                within(groups),
                silent);
    }

    private static SortedMap<ActionName, List<Own>> own(Layer layer, Map<LogRecord, List<ActionRecords>> emitters) {
        SortedMap<ActionName, List<Own>> own = new TreeMap<>();
        for (boolean certain : new boolean[] {true, false}) {
            emitters.forEach((record, actions) -> {
                if (actions.size() == 1 && actions.get(0).isCertain(record, layer) == certain) {
                    own.computeIfAbsent(actions.get(0).name(), key -> new ArrayList<>())
                            .add(new Own(record, certain));
                }
            });
        }
        return own;
    }

    private static SortedMap<ActionName, SortedSet<ActionName>> within(
            Map<SortedSet<LogRecord>, SortedSet<ActionName>> groups) {
        SortedMap<ActionName, SortedSet<ActionName>> within = new TreeMap<>();
        groups.forEach((small, inner) -> groups.forEach((large, outer) -> {
            if (small.size() < large.size() && large.containsAll(small)) {
                within.computeIfAbsent(inner.first(), key -> new TreeSet<>()).addAll(outer);
            }
        }));
        return within;
    }
}
