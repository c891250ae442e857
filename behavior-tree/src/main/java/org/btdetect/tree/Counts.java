package org.btdetect.tree;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the sources an analysis met, and how much of it was lost.
 *
 * @param files the source files that were read
 * @param unparsed those of them that did not parse, whole or in part
 * @param calls the calls that the growth met
 * @param unresolved those of them that could not be followed, by the reason
 * @param ambiguous those of them that may mean several callees, by the ground on which these were found
 * @param cut the tests of which no execution that was met takes the other branch, by what decides them
 */
public record Counts(
        int files,
        int unparsed,
        int calls,
        SortedMap<String, Integer> unresolved,
        SortedMap<String, Integer> ambiguous,
        SortedMap<String, Integer> cut) {
    /** Copies the reasons. */
    public Counts {
        unresolved = Collections.unmodifiableSortedMap(new TreeMap<>(unresolved));
        ambiguous = Collections.unmodifiableSortedMap(new TreeMap<>(ambiguous));
        cut = Collections.unmodifiableSortedMap(new TreeMap<>(cut));
    }

    /** Counts of an analysis of which it is not known what was ambiguous and what was cut. */
    public Counts(int files, int unparsed, int calls, SortedMap<String, Integer> unresolved) {
        this(files, unparsed, calls, unresolved, new TreeMap<>(), new TreeMap<>());
    }

    /** Returns the share of the calls that were followed, in percent; all if there were none. */
    public double resolvedPercent() {
        return calls == 0 ? 100 : 100.0 * (calls - unresolvedCalls()) / calls;
    }

    /** Returns the number of calls that could not be followed. */
    public int unresolvedCalls() {
        return unresolved.values().stream().mapToInt(Integer::intValue).sum();
    }
}
