package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What differs between two versions of a function, and of the functions that both versions call. */
final class Comparison {
    private final List<Edit> edits = new ArrayList<>();
    private final List<Comparison> callees = new ArrayList<>();

    void add(Edit edit) {
        edits.add(edit);
    }

    void add(Comparison callee) {
        callees.add(callee);
    }

    /** Returns the differences of this and all below it, each function once. */
    List<Edit> all() {
        List<Edit> all = new ArrayList<>();
        collect(all, Collections.newSetFromMap(new IdentityHashMap<>()));
        return all;
    }

    private void collect(List<Edit> all, Set<Comparison> seen) {
        if (seen.add(this)) {
            all.addAll(edits);
            callees.forEach(callee -> callee.collect(all, seen));
        }
    }
}
