package org.btdetect.collect.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Estimates how far the local times of a log are ahead of universal time: the multiple of a quarter of an hour at which the
 * most of its records fall together with records of other logs that are about the same instance.
 */
public final class ZoneEstimate {
    private static final long STEP = 900_000_000L;
    private static final int FARTHEST = 14 * 4;
    private static final long TOGETHER = 3_000_000L;
    private static final int MOST = 2_000;
    private static final String ANY = "";
    private static final String UNTOLD = "?";

    private final Map<String, List<Long>> local = new TreeMap<>();
    private final Map<Long, Integer> anchors = new TreeMap<>();

    /** What is found. */
    public record Offset(long micros, int votes) {}

    /**
     * Adds a record of the log.
     *
     * @param instance what it is about, empty if that is not known
     * @param stamp its local time
     */
    public void add(String instance, long stamp) {
        List<Long> stamps = local.computeIfAbsent(instance, key -> new ArrayList<>());
        if (stamps.size() < MOST) {
            stamps.add(stamp);
        }
    }

    /** Adds a record that tells its local time and the universal one. */
    public void add(long stamp, long universal) {
        long steps = Math.round((double) (stamp - universal) / STEP);
        if (Math.abs(steps) <= FARTHEST && Math.abs(stamp - universal - steps * STEP) < STEP / 4) {
            anchors.merge(steps * STEP, 1, Integer::sum);
        }
    }

    /**
     * Returns the offset, if one is clearly better than all others.
     *
     * @param universal the universal times of other logs' records by instance
     */
    public Optional<Offset> offset(Map<String, List<Long>> universal) {
        if (!anchors.isEmpty()) {
            return anchors.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(best -> new Offset(best.getKey(), best.getValue()));
        }
        Map<String, long[]> sorted = sorted(universal);
        Offset best = new Offset(0, 0);
        int second = 0;
        for (int step = -FARTHEST; step <= FARTHEST; step++) {
            int votes = votes(sorted, step * STEP);
            if (votes > best.votes() || votes == best.votes() && step == 0) {
                second = best.votes() == votes ? second : best.votes();
                best = new Offset(step * STEP, votes);
            } else {
                second = Math.max(second, votes);
            }
        }
        boolean isClear = best.votes() >= 3 && best.votes() * 2 > second * 3;
        return isClear ? Optional.of(best) : Optional.empty();
    }

    /** The times of each instance, and of all where an instance is not told. */
    private static Map<String, long[]> sorted(Map<String, List<Long>> universal) {
        Map<String, long[]> sorted = new HashMap<>();
        List<Long> all = new ArrayList<>();
        universal.forEach((instance, times) -> {
            all.addAll(times);
            sorted.put(instance, array(times));
        });
        List<Long> untold = universal.getOrDefault(ANY, List.of());
        sorted.replaceAll((instance, times) -> {
            List<Long> both = new ArrayList<>(universal.getOrDefault(instance, List.of()));
            both.addAll(instance.equals(ANY) ? List.of() : untold);
            return array(both);
        });
        sorted.put(UNTOLD, array(untold));
        sorted.put(ANY, array(all));
        return sorted;
    }

    private static long[] array(List<Long> times) {
        long[] array = times.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(array);
        return array;
    }

    private int votes(Map<String, long[]> sorted, long offset) {
        int votes = 0;
        for (Map.Entry<String, List<Long>> entry : local.entrySet()) {
            long[] times = sorted.getOrDefault(entry.getKey(), sorted.getOrDefault(UNTOLD, new long[0]));
            for (long stamp : entry.getValue()) {
                votes += isNear(times, stamp - offset) ? 1 : 0;
            }
        }
        return votes;
    }

    private static boolean isNear(long[] times, long time) {
        int at = Arrays.binarySearch(times, time - TOGETHER);
        int first = at < 0 ? -at - 1 : at;
        return first < times.length && times[first] <= time + TOGETHER;
    }
}
