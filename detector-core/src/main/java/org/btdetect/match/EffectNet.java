package org.btdetect.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls of the layer below that an action may make, as a net: a position for each place of a call in the tree, and for
 * each position those that may come later. A marking is the set of positions where the operation may stand.
 *
 * <p>Which positions may follow at once is Glushkov's construction; its closure allows that calls in between left no
 * record. A call can be consumed as often as the tree has it, unless in a loop, and in no other order.
 */
final class EffectNet {
    private final Map<String, BitSet> labels;
    private final List<BitSet> later;

    private EffectNet(Map<String, BitSet> labels, List<BitSet> later) {
        this.labels = labels;
        this.later = later;
    }

    /**
     * Returns the net of positions.
     *
     * @param names the call at each position
     * @param follow for each position those that may come next
     */
    static EffectNet of(List<String> names, List<BitSet> follow) {
        Map<String, BitSet> labels = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            labels.computeIfAbsent(names.get(i), name -> new BitSet()).set(i);
        }
        return new EffectNet(labels, closure(follow));
    }

    /** Warshall's algorithm, a row at a time. */
    private static List<BitSet> closure(List<BitSet> follow) {
        List<BitSet> later = new ArrayList<>();
        follow.forEach(next -> later.add((BitSet) next.clone()));
        for (int k = 0; k < later.size(); k++) {
            for (BitSet row : later) {
                if (row.get(k)) {
                    row.or(later.get(k));
                }
            }
        }
        return later;
    }

    /** Returns whether the action can make the call at all. */
    boolean knows(String call) {
        return labels.containsKey(call);
    }

    /** Returns the number of positions. */
    int size() {
        return later.size();
    }

    /** Returns a marking before the first call. */
    Marking start() {
        return new Marking();
    }

    /** Where one occurrence of the action may stand. */
    final class Marking {
        private BitSet at = new BitSet();
        private boolean begun;

        /** Moves on over a call, if the tree allows it from here. */
        boolean consume(String call) {
            BitSet targets = labels.get(call);
            if (targets == null) {
                return false;
            }
            BitSet next = new BitSet();
            if (begun) {
                at.stream().forEach(position -> next.or(later.get(position)));
                next.and(targets);
            } else {
                next.or(targets);
            }
            if (next.isEmpty()) {
                return false;
            }
            at = next;
            begun = true;
            return true;
        }

        /** Returns whether a call was consumed. */
        boolean hasBegun() {
            return begun;
        }
    }
}
