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
 */
public record Counts(int files, int unparsed, int calls, SortedMap<String, Integer> unresolved) {
    /** Copies the reasons. */
    public Counts {
        unresolved = Collections.unmodifiableSortedMap(new TreeMap<>(unresolved));
    }

    /** Returns the number of calls that could not be followed. */
    public int unresolvedCalls() {
        return unresolved.values().stream().mapToInt(Integer::intValue).sum();
    }
}
