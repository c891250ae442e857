package org.btdetect.match;

import java.util.List;

/**
 * What a deployment states about its logs.
 *
 * @param budget microseconds by which records may be late or out of order; a record is judged when that much later ones
 *     were seen
 * @param idle microseconds after which an execution that leaves no records is over
 * @param memory microseconds for which an incident waits for what follows from it
 * @param tickets declared maintenance
 */
public record MatchOptions(long budget, long idle, long memory, List<Ticket> tickets) {
    private static final long SECOND = 1_000_000;

    /** Ten seconds' delay, five minutes' idleness, an hour's memory, no maintenance. */
    public static final MatchOptions DEFAULT = new MatchOptions(10 * SECOND, 300 * SECOND, 3600 * SECOND, List.of());

    public MatchOptions {
        tickets = List.copyOf(tickets);
    }

    /** Returns these options with declared maintenance. */
    public MatchOptions with(List<Ticket> declared) {
        return new MatchOptions(budget, idle, memory, declared);
    }
}
