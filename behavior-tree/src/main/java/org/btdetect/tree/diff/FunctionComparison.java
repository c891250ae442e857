package org.btdetect.tree.diff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares functions with their namesakes, from two actions down, each pair of versions once however many actions and callers
 * it has. Pairs whose hashes are equal are not looked into.
 */
final class FunctionComparison {
    private final Versions<Vocabulary> names;
    private final Map<Pair, Comparison> known = new HashMap<>();

    FunctionComparison(Versions<Vocabulary> names) {
        this.names = names;
    }

    /** Two versions of a function by their hashes, and conditions that their callers have told. */
    private record Pair(long before, long after, Set<String> told) {}

    Comparison compare(Function before, Function after, Set<String> told) {
        Pair versions = new Pair(before.exact(), after.exact(), told);
        Comparison comparison = known.get(versions);
        if (comparison == null) {
            comparison = new Comparison();
            known.put(versions, comparison);
            if (before.content() != after.content()) {
                compareBodies(before, after, told, comparison);
            }
        }
        return comparison;
    }

    private void compareBodies(Function before, Function after, Set<String> told, Comparison found) {
        WrittenOut bodies = WrittenOut.of(before.body(), after.body(), names);
        BodyComparison comparison = new BodyComparison(before, after, bodies, told);
        for (BodyComparison.Match match : comparison.compare(found)) {
            Optional<Function> one = match.before().function();
            Optional<Function> other = match.after().function();
            if (one.isPresent()
                    && other.isPresent()
                    && one.get().content() != other.get().content()) {
                found.add(compare(one.get(), other.get(), match.told()));
            }
        }
    }
}
