package org.btdetect.grow;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.btdetect.keyword.Occurrence;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;

/**
 * Which records an activation leaves by itself: in its own body, and in what it calls that no tree shows. Linear in the graph of
 * activations for each shown activation, at worst. Thread-safe.
 */
final class OwnRecords {

    private final Set<Activation> shown;
    private final Map<Activation, Map<Behavior.Recorded, Occurrence>> known = new ConcurrentHashMap<>();

    /** @param shown the activations that trees show, or skip on the way to what they show */
    OwnRecords(Set<Activation> shown) {
        this.shown = shown;
    }

    /** Where the activation leaves records, and how often whenever it runs. */
    Map<Behavior.Recorded, Occurrence> of(Activation activation) {
        return known.computeIfAbsent(activation, asked -> Map.copyOf(of(asked.behavior())));
    }

    /** Where a behaviour leaves records. */
    Map<Behavior.Recorded, Occurrence> of(Behavior behavior) {
        Search search = new Search();
        search.visit(behavior, Occurrence.ALWAYS);
        return search.records;
    }

    private final class Search {
        private final Map<Behavior.Recorded, Occurrence> records = new HashMap<>();
        private final Map<Activation, Occurrence> entered = new IdentityHashMap<>();

        private void visit(Behavior behavior, Occurrence occurrence) {
            if (behavior instanceof Behavior.Recorded recorded) {
                records.merge(recorded, occurrence, OwnRecords::oftener);
            } else if (behavior instanceof Behavior.Invocation call) {
                if (call.enters().isEmpty()) {
                    enter(call.target(), occurrence);
                }
            } else if (behavior instanceof Behavior.Enclosure enclosure) {
                enter(enclosure.target(), occurrence);
                visit(enclosure.body(), occurrence);
            } else {
                Occurrence inside = inside(behavior).within(occurrence);
                Terms.parts(behavior).forEach(part -> visit(part, inside));
            }
        }

        private void enter(Activation target, Occurrence occurrence) {
            Occurrence before = entered.get(target);
            if (!shown.contains(target) && (before == null || occurrence.compareTo(before) < 0)) {
                entered.put(target, occurrence);
                visit(target.behavior(), occurrence);
            }
        }
    }

    private static Occurrence inside(Behavior behavior) {
        if (behavior instanceof Behavior.Failure) {
            return Occurrence.ERROR;
        }
        boolean always =
                behavior instanceof Behavior.Sequence || behavior instanceof Behavior.Loop loop && loop.atLeastOnce();
        return always ? Occurrence.ALWAYS : Occurrence.SOMETIMES;
    }

    static Occurrence oftener(Occurrence one, Occurrence other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
