package org.btdetect.grow;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.Edge;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * Writes behaviour terms as tree nodes. An activation's children are made once for each layer that it runs in and shared wherever it
 * is called, so that the nodes made are linear in the graph of activations; recursion becomes a reference to the enclosing node.
 */
final class TreeGrower {

    private final Set<Activation> kept;
    private final boolean all;
    private final Map<Layer, Map<Activation, List<TreeNode>>> grown = new EnumMap<>(Layer.class);
    private final Map<Layer, Map<Activation, Provisional>> provisional = new EnumMap<>(Layer.class);
    private final Map<Activation, Integer> growing = new IdentityHashMap<>();
    private final Map<Activation, String> names = new IdentityHashMap<>();
    private int lowest = Integer.MAX_VALUE;

    /**
     * @param kept the activations that lead to something shown
     * @param all whether the others are written too
     */
    TreeGrower(Set<Activation> kept, boolean all) {
        this.kept = kept;
        this.all = all;
    }

    /** @return the children of an action whose behaviour is the term, in the layer where it starts */
    List<TreeNode> grow(Behavior behavior, Layer layer) {
        return nodes(behavior, new Surroundings(layer, List.of(), false));
    }

    /**
     * Where a term stands.
     *
     * @param hole what takes the place of a {@link Behavior.Hole}
     * @param entry whether the enclosing function is an entry into the layer
     */
    private record Surroundings(Layer layer, List<TreeNode> hole, boolean entry) {}

    private List<TreeNode> nodes(Behavior behavior, Surroundings at) {
        List<TreeNode> nodes = new ArrayList<>();
        add(behavior, at, nodes);
        return List.copyOf(nodes);
    }

    private void add(Behavior behavior, Surroundings at, List<TreeNode> nodes) {
        if (behavior instanceof Behavior.Sequence sequence) {
            sequence.parts().forEach(part -> add(part, at, nodes));
        } else if (behavior instanceof Behavior.Choice choice) {
            addChoice(choice, at, nodes);
        } else if (behavior instanceof Behavior.Loop loop) {
            addLoop(loop, at, nodes);
        } else if (behavior instanceof Behavior.Failure failure) {
            addOperator(Operator.OPTIONAL, failure.guard(), Set.of(Mark.ERROR), nodes(failure.body(), at), at, nodes);
        } else if (behavior instanceof Behavior.Detached detached) {
            addOperator(Operator.PARALLEL, "", Set.of(Mark.ASYNC), nodes(detached.body(), at), at, nodes);
        } else if (behavior instanceof Behavior.Invocation call) {
            addCall(call, at, nodes);
        } else if (behavior instanceof Behavior.Enclosure enclosure) {
            addEnclosure(enclosure, at, nodes);
        } else if (behavior instanceof Behavior.Hole) {
            nodes.addAll(at.hole());
        } else if (behavior instanceof Behavior.Operation operation) {
            if (all || TreeWriter.isShown(operation, at.layer())) {
                nodes.add(operation(operation, at.layer()));
            }
        } else if (behavior instanceof Behavior.Unresolved unresolved) {
            nodes.add(unresolved(unresolved, at.layer()));
        }
    }

    private void addChoice(Behavior.Choice choice, Surroundings at, List<TreeNode> nodes) {
        List<TreeNode> branches = new ArrayList<>();
        Place place = Place.NONE;
        for (Behavior.Branch branch : choice.branches()) {
            List<TreeNode> body = nodes(branch.body(), at);
            place = place.isKnown() || body.isEmpty()
                    ? place
                    : body.get(0).edge().evidence();
            TreeNode sequence = TreeNode.control(Operator.SEQUENCE, at.layer(), place, body);
            branches.add(sequence.withEdge(sequence.edge().withGuard(branch.guard())));
        }
        if (branches.stream().anyMatch(branch -> !branch.children().isEmpty())) {
            nodes.add(TreeNode.control(Operator.CHOICE, at.layer(), place, branches));
        }
    }

    private void addLoop(Behavior.Loop loop, Surroundings at, List<TreeNode> nodes) {
        List<TreeNode> body = nodes(loop.body(), at);
        if (loop.atLeastOnce()) {
            nodes.addAll(body);
        }
        addOperator(Operator.LOOP, loop.guard(), Set.of(), body, at, nodes);
    }

    private static void addOperator(
            Operator operator,
            String guard,
            Set<Mark> marks,
            List<TreeNode> body,
            Surroundings at,
            List<TreeNode> nodes) {
        if (!body.isEmpty()) {
            TreeNode node =
                    TreeNode.control(operator, at.layer(), body.get(0).edge().evidence(), body);
            nodes.add(node.withEdge(node.edge().withGuard(guard)).withMarks(marks));
        }
    }

    private void addCall(Behavior.Invocation call, Surroundings at, List<TreeNode> nodes) {
        boolean crossing = call.enters().isPresent();
        if (!crossing && !all && !kept.contains(call.target())) {
            return;
        }
        boolean table = at.entry() && call.link().kind() == EdgeKind.OPS_TABLE;
        boolean entry = crossing || table || call.link().kind() == EdgeKind.DRIVER_LOAD;
        Layer layer = call.enters().orElse(at.layer());
        Activation target = call.target();
        Subject subject = entry
                ? new Subject.Entry(target.function(), target.definition())
                : new Subject.Call(target.function(), target.definition());
        TreeNode node = TreeNode.of(subject, layer)
                .withEdge(edge(call.link()))
                .withMarks(crossing && target.onlyReads() ? Set.of(Mark.AUX) : Set.of());
        if (growing.containsKey(target)) {
            lowest = Math.min(lowest, growing.get(target));
            nodes.add(node.withSubject(new Subject.Reference(target.function(), target.definition(), name(target))));
            return;
        }
        List<TreeNode> children = children(target, layer, crossing);
        nodes.add(node.withId(name(target)).withChildren(children));
    }

    /** Children that refer to a function that encloses them, at the depth {@code lowest}; good as long as it does. */
    private record Provisional(List<TreeNode> children, int lowest) {}

    private List<TreeNode> children(Activation target, Layer layer, boolean entry) {
        List<TreeNode> known =
                grown.computeIfAbsent(layer, key -> new IdentityHashMap<>()).get(target);
        if (known != null) {
            return known;
        }
        Provisional found = provisional
                .computeIfAbsent(layer, key -> new IdentityHashMap<>())
                .get(target);
        if (found != null) {
            lowest = Math.min(lowest, found.lowest());
            return found.children();
        }
        int depth = growing.size();
        int outer = lowest;
        lowest = Integer.MAX_VALUE;
        growing.put(target, depth);
        List<TreeNode> children = nodes(target.behavior(), new Surroundings(layer, List.of(), entry));
        growing.remove(target);
        settle(target, layer, children, depth);
        lowest = Math.min(lowest >= depth ? Integer.MAX_VALUE : lowest, outer);
        return children;
    }

    private void settle(Activation target, Layer layer, List<TreeNode> children, int depth) {
        if (lowest < depth) {
            provisional
                    .computeIfAbsent(layer, key -> new IdentityHashMap<>())
                    .put(target, new Provisional(children, lowest));
            return;
        }
        grown.computeIfAbsent(layer, key -> new IdentityHashMap<>()).put(target, children);
        if (lowest == depth) {
            provisional.values().forEach(found -> found.values().removeIf(one -> one.lowest() >= depth));
        }
    }

    private void addEnclosure(Behavior.Enclosure enclosure, Surroundings at, List<TreeNode> nodes) {
        List<TreeNode> body = nodes(enclosure.body(), at);
        Activation target = enclosure.target();
        if (!all && !kept.contains(target) || growing.containsKey(target)) {
            nodes.addAll(body);
            return;
        }
        growing.put(target, growing.size());
        List<TreeNode> around = nodes(target.behavior(), new Surroundings(at.layer(), body, false));
        growing.remove(target);
        TreeNode node = TreeNode.of(new Subject.Call(target.function(), target.definition()), at.layer());
        nodes.add(node.withEdge(edge(enclosure.link())).withChildren(around));
    }

    private static TreeNode operation(Behavior.Operation operation, Layer current) {
        Link link = operation.link();
        boolean here = link.kind() == EdgeKind.DATABASE || link.kind() == EdgeKind.CALLBACK;
        Layer layer = here ? current : operation.layer();
        TreeNode node = TreeNode.of(
                        new Subject.Boundary(operation.name(), link.evidence(), operation.arguments()), layer)
                .withEdge(edge(link));
        return operation.auxiliary() ? node.withMarks(Set.of(Mark.AUX)) : node;
    }

    private static TreeNode unresolved(Behavior.Unresolved unresolved, Layer layer) {
        Link link = unresolved.link();
        return TreeNode.of(new Subject.Unresolved(link.callText(), link.evidence(), unresolved.reason()), layer)
                .withEdge(edge(link));
    }

    private static Edge edge(Link link) {
        return Edge.of(link.kind(), link.evidence()).withCertainty(link.certainty());
    }

    private String name(Activation activation) {
        return names.computeIfAbsent(activation, key -> "a" + names.size());
    }
}
