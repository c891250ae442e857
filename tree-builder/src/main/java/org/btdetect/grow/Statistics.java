package org.btdetect.grow;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Gap;
import org.btdetect.tree.Place;

/**
 * How many call sites stand on the way of actions, and which of them were not followed in any context. A site that was followed in one
 * context counts as followed.
 *
 * @param callSites the sites met, library calls included
 * @param ambiguous how many sites may mean several callees, by the ground on which these were found
 * @param cut how many tests always come out the same way, by what decides them
 */
public record Statistics(
        int callSites,
        SortedSet<Gap> unresolved,
        SortedMap<String, Integer> ambiguous,
        SortedMap<String, Integer> cut) {

    private record Site(Place place, String text) {}

    /**
     * Counts what stands in behaviours.
     *
     * @param librarySites call sites that lead out of the program and leave no trace in behaviours
     * @param decided the texts of the tests that always came out the same way
     */
    static Statistics of(List<Behavior> behaviors, int librarySites, List<String> decided) {
        Set<Site> followed = new HashSet<>();
        Map<Site, EdgeKind> ambiguous = new HashMap<>();
        SortedSet<Gap> gaps = new TreeSet<>();
        Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Behavior> open = new ArrayDeque<>(behaviors);
        while (!open.isEmpty()) {
            Behavior next = open.pop();
            if (next instanceof Behavior.Invocation call) {
                follow(call.link(), followed, ambiguous);
                enter(call.target(), seen, open);
            } else if (next instanceof Behavior.Enclosure enclosure) {
                follow(enclosure.link(), followed, ambiguous);
                enter(enclosure.target(), seen, open);
            } else if (next instanceof Behavior.Unresolved unresolved) {
                gaps.add(new Gap(unresolved.link().evidence(), unresolved.link().callText(), unresolved.reason()));
            }
            open.addAll(Terms.parts(next));
        }
        gaps.removeIf(gap -> followed.contains(new Site(gap.place(), gap.text())));
        SortedMap<String, Integer> grounds = new TreeMap<>();
        ambiguous.values().forEach(kind -> grounds.merge(kind.id(), 1, Integer::sum));
        return new Statistics(followed.size() + librarySites + gaps.size(), gaps, grounds, cut(decided));
    }

    private static SortedMap<String, Integer> cut(List<String> decided) {
        SortedMap<String, Integer> reasons = new TreeMap<>();
        decided.forEach(test -> reasons.merge(reason(test), 1, Integer::sum));
        return reasons;
    }

    private static String reason(String test) {
        if (test.contains("CONF.")) {
            return "an option that the deployment settles";
        }
        boolean asksForClass = test.contains("isinstance(") || test.contains("hasattr(");
        return asksForClass ? "the class of a value" : "a constant, or what is known of an argument";
    }

    private static void follow(Link link, Set<Site> followed, Map<Site, EdgeKind> ambiguous) {
        followed.add(site(link));
        if (link.certainty() == Certainty.AMBIGUOUS) {
            ambiguous.merge(site(link), link.kind(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    private static void enter(Activation target, Set<Activation> seen, Deque<Behavior> open) {
        if (seen.add(target)) {
            open.push(target.behavior());
        }
    }

    private static Site site(Link link) {
        return new Site(link.evidence(), link.callText());
    }
}
