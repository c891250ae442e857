package org.btdetect.grow;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.Gap;
import org.btdetect.tree.Place;

/**
 * How many call sites stand on the way of actions, and which of them were not followed in any context. A site that was followed in one
 * context counts as followed.
 *
 * @param callSites the sites met, library calls included
 */
public record Statistics(int callSites, SortedSet<Gap> unresolved) {

    private record Site(Place place, String text) {}

    /** @param librarySites call sites that lead out of the program and leave no trace in behaviours */
    static Statistics of(List<Behavior> behaviors, int librarySites) {
        Set<Site> followed = new HashSet<>();
        SortedSet<Gap> gaps = new TreeSet<>();
        Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Behavior> open = new ArrayDeque<>(behaviors);
        while (!open.isEmpty()) {
            Behavior next = open.pop();
            if (next instanceof Behavior.Invocation call) {
                followed.add(site(call.link()));
                enter(call.target(), seen, open);
            } else if (next instanceof Behavior.Enclosure enclosure) {
                followed.add(site(enclosure.link()));
                enter(enclosure.target(), seen, open);
            } else if (next instanceof Behavior.Unresolved unresolved) {
                gaps.add(new Gap(unresolved.link().evidence(), unresolved.link().callText(), unresolved.reason()));
            }
            open.addAll(Terms.parts(next));
        }
        gaps.removeIf(gap -> followed.contains(new Site(gap.place(), gap.text())));
        return new Statistics(followed.size() + librarySites + gaps.size(), gaps);
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
