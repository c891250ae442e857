package org.btdetect.grow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.keyword.Occurrence;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.trace.Sighting;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Place;
import org.btdetect.tree.TreeNode;

/**
 * Which records are evidence of which nodes of a layered tree: those that the node's function leaves, and those of the functions
 * on the way to the nodes below it. Functions are told apart by name and definition: their contexts within one tree are joined.
 */
final class Evidence {

    private final OwnRecords records;
    private final Map<Function, Map<Behavior.Recorded, Occurrence>> functions = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();

    private record Function(String name, Place definition) {}

    private Evidence(OwnRecords records) {
        this.records = records;
    }

    /** The records of the tree that has grown from a behaviour. */
    static List<Sighting> of(BehaviorTree tree, Behavior behavior, OwnRecords records) {
        Evidence evidence = new Evidence(records);
        evidence.collect(behavior);
        Map<Behavior.Recorded, Occurrence> own = new HashMap<>();
        evidence.below(tree.root(), tree.root(), Occurrence.ALWAYS, own);
        evidence.see(tree.root(), own);
        return evidence.sightings;
    }

    private void collect(Behavior root) {
        Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Behavior> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Behavior next = open.pop();
            if (next instanceof Behavior.Invocation call) {
                collect(call.target(), seen, open);
            } else if (next instanceof Behavior.Enclosure enclosure) {
                collect(enclosure.target(), seen, open);
            }
            open.addAll(Terms.parts(next));
        }
    }

    private void collect(Activation activation, Set<Activation> seen, Deque<Behavior> open) {
        if (!seen.add(activation)) {
            return;
        }
        open.push(activation.behavior());
        if (!records.of(activation).isEmpty()) {
            join(
                    functions.computeIfAbsent(
                            new Function(activation.function(), activation.definition()), key -> new HashMap<>()),
                    records.of(activation),
                    Occurrence.ALWAYS);
        }
    }

    /** Walks what stands below a node up to the nodes to which further records belong. */
    private void below(TreeNode owner, TreeNode at, Occurrence occurrence, Map<Behavior.Recorded, Occurrence> own) {
        for (TreeNode child : at.children()) {
            boolean control = child.kind() == NodeKind.OPERATOR;
            Occurrence inside = control ? inside(child).within(occurrence) : occurrence;
            for (Hop hop : child.edge().via()) {
                join(own, functions.getOrDefault(new Function(hop.name(), hop.place()), Map.of()), inside);
            }
            if (control) {
                below(owner, child, inside, own);
            } else {
                Map<Behavior.Recorded, Occurrence> next = new HashMap<>();
                if (child.kind() == NodeKind.ENTRY || child.kind() == NodeKind.CALL) {
                    Function function =
                            new Function(child.name(), child.subject().place());
                    join(next, functions.getOrDefault(function, Map.of()), Occurrence.ALWAYS);
                }
                below(child, child, Occurrence.ALWAYS, next);
                see(child, next);
            }
        }
    }

    private static Occurrence inside(TreeNode operator) {
        return operator.marks().contains(Mark.ERROR) ? Occurrence.ERROR : Occurrence.SOMETIMES;
    }

    private static void join(
            Map<Behavior.Recorded, Occurrence> into, Map<Behavior.Recorded, Occurrence> from, Occurrence around) {
        from.forEach((record, occurrence) -> into.merge(record, occurrence.within(around), OwnRecords::oftener));
    }

    private void see(TreeNode node, Map<Behavior.Recorded, Occurrence> own) {
        own.forEach((record, occurrence) ->
                sightings.add(new Sighting(record.at(), record.text(), node.id(), node.layer(), occurrence)));
    }
}
