package org.btdetect.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Alarms assigned to what was really done, one to one.
 *
 * @param found the insider operations that were found, with their alarms
 * @param missed the insider operations that were not found
 * @param falseAlarms the alarms that are of no insider operation
 */
public record Score(Map<TruthRow, Alarm> found, List<TruthRow> missed, List<Alarm> falseAlarms) {
    /** An operation's records may be stamped that much before or after the times that the truth tells. */
    private static final long MARGIN = 3_000_000;

    /** A possible assignment. */
    private record Pair(TruthRow row, Alarm alarm) {
        private long distance() {
            return Math.abs(row.from() - alarm.from());
        }

        private int wrongLevel() {
            return row.layer().equals(alarm.level()) ? 0 : 1;
        }
    }

    /** Assigns alarms to insider operations: of the same object and time, the right level and the nearest first. */
    public static Score of(List<TruthRow> truth, List<Alarm> alarms) {
        List<TruthRow> insider =
                truth.stream().filter(row -> !row.isAuthorised()).toList();
        List<Pair> pairs = new ArrayList<>();
        for (TruthRow row : insider) {
            alarms.stream().filter(alarm -> fits(row, alarm)).forEach(alarm -> pairs.add(new Pair(row, alarm)));
        }
        pairs.sort(Comparator.comparingInt(Pair::wrongLevel).thenComparingLong(Pair::distance));
        Map<TruthRow, Alarm> found = new LinkedHashMap<>();
        Set<Alarm> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!found.containsKey(pair.row()) && !taken.contains(pair.alarm())) {
                found.put(pair.row(), pair.alarm());
                taken.add(pair.alarm());
            }
        }
        return new Score(
                found,
                insider.stream().filter(row -> !found.containsKey(row)).toList(),
                alarms.stream().filter(alarm -> !taken.contains(alarm)).toList());
    }

    private static boolean fits(TruthRow row, Alarm alarm) {
        boolean isInTime = alarm.from() >= row.from() - MARGIN && alarm.from() <= row.to() + MARGIN;
        boolean isNamed =
                alarm.object().equals(row.instance()) || alarm.object().equals(row.domain());
        return isInTime
                && (isNamed || alarm.object().isEmpty() || alarm.object().startsWith("/"));
    }

    /** Returns the share of insider operations that were found. */
    public Proportion recall() {
        return new Proportion(found.size(), (long) found.size() + missed.size());
    }

    /** Returns the share of the insider operations that had their effect that were found; others may leave no record. */
    public Proportion recallOfDone() {
        long done = found.keySet().stream().filter(TruthRow::isDone).count();
        return new Proportion(
                done, done + missed.stream().filter(TruthRow::isDone).count());
    }

    /** Returns the operations that were found at another level than their own. */
    public Map<TruthRow, Alarm> wrongLevels() {
        Map<TruthRow, Alarm> wrong = new LinkedHashMap<>(found);
        wrong.entrySet()
                .removeIf(
                        entry -> entry.getKey().layer().equals(entry.getValue().level()));
        return wrong;
    }

    /** Returns the share of alarms that are of an insider operation. */
    public Proportion precision() {
        return new Proportion(found.size(), (long) found.size() + falseAlarms.size());
    }

    /** Returns the share of found operations whose level was told rightly. */
    public Proportion levelAccuracy() {
        long right = found.entrySet().stream()
                .filter(entry -> entry.getKey().layer().equals(entry.getValue().level()))
                .count();
        return new Proportion(right, found.size());
    }
}
