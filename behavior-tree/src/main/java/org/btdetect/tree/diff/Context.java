package org.btdetect.tree.diff;

import java.util.LinkedHashMap;
import java.util.Map;
import org.btdetect.tree.Place;

/**
 * How an operation occurs in its function.
 *
 * @param occurrence how often and on which paths
 * @param conditions what has to hold, each with the place that says so
 * @param branches which branch is taken, by the choice
 */
record Context(Occurrence occurrence, Map<String, Place> conditions, Map<String, Integer> branches) {
    static final Context ALWAYS = new Context(Occurrence.ONCE, Map.of(), Map.of());

    /** Returns how something occurs that occurs so within what occurs like this. */
    Context around(Context inner, int position) {
        return new Context(
                occurrence.and(inner.occurrence),
                conditions.isEmpty() ? inner.conditions : union(conditions, inner.conditions),
                nested(inner.branches, position));
    }

    /** The choices of a function that is called at several places are several. */
    private Map<String, Integer> nested(Map<String, Integer> inner, int position) {
        if (inner.isEmpty()) {
            return branches;
        }
        Map<String, Integer> nested = new LinkedHashMap<>(branches);
        inner.forEach((choice, branch) -> nested.put(position + "/" + choice, branch));
        return nested;
    }

    private static Map<String, Place> union(Map<String, Place> outer, Map<String, Place> inner) {
        Map<String, Place> union = new LinkedHashMap<>(outer);
        inner.forEach(union::putIfAbsent);
        return union;
    }

    /** Whether no run of the function has both. */
    boolean excludes(Context other) {
        return branches.entrySet().stream()
                .anyMatch(branch ->
                        !branch.getValue().equals(other.branches.getOrDefault(branch.getKey(), branch.getValue())));
    }

    long hash() {
        Hashing hash = new Hashing().add(occurrence.hashCode());
        conditions.keySet().stream().sorted().forEach(hash::add);
        return hash.value();
    }
}
