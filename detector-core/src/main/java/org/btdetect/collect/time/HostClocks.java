package org.btdetect.collect.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far the clocks of hosts are apart, by difference constraints: a cause on one host precedes its effect on another, so
 * that the effect's clock is ahead of the cause's by at most the difference of their stamps. The tightest bounds are
 * shortest paths (Bellman and Ford); a cycle of negative length contradicts itself, since a clock was set meanwhile or a
 * record is forged.
 */
public final class HostClocks {
    private static final long UNBOUNDED = Long.MAX_VALUE / 4;
    /** Hosts that are said to be kept together are, unless they are this far apart. */
    private static final long TOLERATED = 2_000_000L;

    private final Map<String, Map<String, Long>> bounds = new TreeMap<>();
    private final TreeSet<String> hosts = new TreeSet<>();

    /**
     * A host's clock.
     *
     * @param ahead how many microseconds it is ahead of the reference's
     * @param unsure by how many that may be wrong in either direction
     */
    public record Clock(long ahead, long unsure) {
        /** The reference's own clock, and that of a host of which nothing is known. */
        public static final Clock RIGHT = new Clock(0, 0);
    }

    /** A cause at a time of one host's clock preceded an effect at a time of another's; times in microseconds. */
    public void precedes(String causeHost, long cause, String effectHost, long effect) {
        hosts.add(causeHost);
        hosts.add(effectHost);
        if (!causeHost.equals(effectHost)) {
            bounds.computeIfAbsent(causeHost, key -> new TreeMap<>()).merge(effectHost, effect - cause, Math::min);
        }
    }

    /** Returns the clocks of all hosts against one of them. */
    public Map<String, Clock> against(String reference) {
        Map<String, Long> ahead = distances(reference, false);
        Map<String, Long> behind = distances(reference, true);
        Map<String, Clock> clocks = new TreeMap<>();
        for (String host : hosts) {
            long most = ahead.getOrDefault(host, UNBOUNDED);
            long least = behind.getOrDefault(host, UNBOUNDED);
            clocks.put(host, clock(most, least == UNBOUNDED ? -UNBOUNDED : -least));
        }
        clocks.put(reference, Clock.RIGHT);
        return clocks;
    }

    /** Between two bounds it is in the middle; below one, the fastest hand-over is taken to have been immediate. */
    private static Clock clock(long most, long least) {
        if (most == UNBOUNDED && least == -UNBOUNDED) {
            return Clock.RIGHT;
        }
        if (most != UNBOUNDED && least != -UNBOUNDED && least <= most) {
            boolean isTogether = least <= 0 && most >= 0;
            long unsure = (most - least) / 2;
            return isTogether && unsure <= TOLERATED
                    ? new Clock(0, Math.max(most, -least))
                    : new Clock(least + unsure, unsure);
        }
        long bound = most != UNBOUNDED ? most : least;
        return Math.abs(bound) <= TOLERATED ? new Clock(0, Math.abs(bound)) : new Clock(bound, TOLERATED);
    }

    private Map<String, Long> distances(String reference, boolean isBackward) {
        Map<String, Long> distance = new TreeMap<>(Map.of(reference, 0L));
        for (int round = 0; round < hosts.size(); round++) {
            for (Edge edge : edges(isBackward)) {
                Long from = distance.get(edge.from());
                if (from != null) {
                    distance.merge(edge.to(), from + edge.bound(), Math::min);
                }
            }
        }
        return distance;
    }

    private record Edge(String from, String to, long bound) {}

    private List<Edge> edges(boolean isBackward) {
        List<Edge> edges = new ArrayList<>();
        bounds.forEach((from, all) -> all.forEach(
                (to, bound) -> edges.add(isBackward ? new Edge(to, from, bound) : new Edge(from, to, bound))));
        return edges;
    }

    /** Returns two hosts whose bounds contradict each other, by a cycle of negative length, or nothing. */
    public List<String> contradiction() {
        Map<String, Long> distance = new TreeMap<>();
        hosts.forEach(host -> distance.put(host, 0L));
        for (int round = 0; round <= hosts.size(); round++) {
            boolean isChanged = false;
            for (Edge edge : edges(false)) {
                long through = distance.getOrDefault(edge.from(), 0L) + edge.bound();
                if (through < distance.getOrDefault(edge.to(), 0L)) {
                    if (round == hosts.size()) {
                        return List.of(edge.from(), edge.to());
                    }
                    distance.put(edge.to(), through);
                    isChanged = true;
                }
            }
            if (!isChanged) {
                return List.of();
            }
        }
        return List.of();
    }
}
