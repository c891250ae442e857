package org.btdetect.grow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;

/**
 * Which activations lead to something that a tree shows: a fixed point over the graph of activations, cycles included. Linear in
 * the size of the graph.
 */
final class Reaching {

    private final Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Activation, List<Activation>> callers = new IdentityHashMap<>();
    private final Set<Activation> reaching = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Activation> open = new ArrayDeque<>();
    private final Predicate<Behavior> shown;

    private Reaching(Predicate<Behavior> shown) {
        this.shown = shown;
    }

    /** @param shown tells which operations, crossings and unresolved calls count */
    static Set<Activation> from(List<Behavior> roots, Predicate<Behavior> shown) {
        Reaching search = new Reaching(shown);
        Activation root = new Activation("", org.btdetect.tree.Place.NONE, "");
        roots.forEach(behavior -> search.visit(root, behavior));
        while (!search.open.isEmpty()) {
            Activation next = search.open.pop();
            search.visit(next, next.behavior());
        }
        search.propagate();
        return search.reaching;
    }

    private void visit(Activation owner, Behavior behavior) {
        if (shown.test(behavior)) {
            reaching.add(owner);
        }
        if (behavior instanceof Behavior.Invocation call) {
            edge(owner, call.target());
        } else if (behavior instanceof Behavior.Enclosure enclosure) {
            edge(owner, enclosure.target());
        }
        Terms.parts(behavior).forEach(part -> visit(owner, part));
    }

    private void edge(Activation caller, Activation callee) {
        callers.computeIfAbsent(callee, key -> new ArrayList<>()).add(caller);
        if (seen.add(callee)) {
            open.push(callee);
        }
    }

    private void propagate() {
        Deque<Activation> changed = new ArrayDeque<>(reaching);
        while (!changed.isEmpty()) {
            for (Activation caller : callers.getOrDefault(changed.pop(), List.of())) {
                if (reaching.add(caller)) {
                    changed.push(caller);
                }
            }
        }
    }
}
