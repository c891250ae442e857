package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * Turns a tree into functions that call functions: control structure becomes a property of operations, the steps on the way to a
 * node become functions again, and a reference becomes what it stands for.
 */
final class Functions {
    private final Map<String, Function> complete = new HashMap<>();

    private Functions() {}

    /** Returns the action of a tree. */
    static Function of(BehaviorTree tree) {
        return new Functions().function(tree.root());
    }

    private Function function(TreeNode node) {
        List<Leaf> leaves = new ArrayList<>();
        collect(node, new Path(List.of()), leaves);
        Function function = Function.of(
                node.kind(), node.name(), node.subject().place(), node.layer(), body(leaves, 0, node.layer()));
        complete.put(node.id(), function);
        return function;
    }

    /** A node below a function, with the way and the control structure from there. */
    private record Leaf(TreeNode node, List<Hop> way, Path path) {
        boolean sharesStep(Leaf other, int depth) {
            return way.size() > depth
                    && other.way.size() > depth
                    && way.get(depth).name().equals(other.way.get(depth).name())
                    && way.get(depth).evidence().equals(other.way.get(depth).evidence())
                    && path.at(depth).equals(other.path.at(depth));
        }
    }

    /** What the control structure says, for each number of steps passed before it is met. */
    private record Path(List<Context> contexts) {
        Context at(int depth) {
            return depth < contexts.size() ? contexts.get(depth) : Context.ALWAYS;
        }

        Path with(int depth, Context inner) {
            if (inner == Context.ALWAYS) {
                return this;
            }
            List<Context> all = new ArrayList<>(contexts);
            while (all.size() <= depth) {
                all.add(Context.ALWAYS);
            }
            Context outer = all.get(depth);
            Map<String, Integer> branches = outer.branches();
            if (!inner.branches().isEmpty()) {
                branches = new LinkedHashMap<>(branches);
                branches.putAll(inner.branches());
            }
            Map<String, Place> conditions = outer.conditions();
            if (!inner.conditions().isEmpty()) {
                conditions = new LinkedHashMap<>(conditions);
                inner.conditions().forEach(conditions::putIfAbsent);
            }
            all.set(depth, new Context(outer.occurrence().and(inner.occurrence()), conditions, branches));
            return new Path(all);
        }
    }

    private void collect(TreeNode parent, Path path, List<Leaf> leaves) {
        collect(parent, List.of(), path, leaves);
    }

    private void collect(TreeNode parent, List<Hop> around, Path path, List<Leaf> leaves) {
        boolean choice = parent.is(Operator.CHOICE);
        int branch = 0;
        for (TreeNode child : parent.children()) {
            Path outside = path;
            if (choice) {
                Context taken = new Context(Occurrence.ONCE, Map.of(), Map.of(parent.id(), branch++));
                outside = path.with(around.size(), taken);
            }
            List<Hop> way = joined(around, child.edge().via());
            Path inside = outside.with(way.size(), context(child));
            if (child.kind() == NodeKind.OPERATOR) {
                collect(child, way, inside, leaves);
            } else {
                leaves.add(new Leaf(child, way, inside));
            }
        }
    }

    private static List<Hop> joined(List<Hop> outer, List<Hop> inner) {
        if (outer.isEmpty() || inner.isEmpty()) {
            return outer.isEmpty() ? inner : outer;
        }
        List<Hop> joined = new ArrayList<>(outer);
        joined.addAll(inner);
        return joined;
    }

    private static Context context(TreeNode node) {
        boolean loop = node.is(Operator.LOOP);
        boolean optional = loop || node.is(Operator.OPTIONAL) || node.is(Operator.CHOICE);
        boolean async = node.is(Operator.PARALLEL) || node.marks().contains(Mark.ASYNC);
        Occurrence occurrence =
                new Occurrence(optional, loop, async, node.marks().contains(Mark.ERROR));
        if (node.edge().guard().isEmpty()) {
            return occurrence.equals(Occurrence.ONCE) ? Context.ALWAYS : new Context(occurrence, Map.of(), Map.of());
        }
        boolean control = node.kind() == NodeKind.OPERATOR;
        Place place = control ? node.subject().place() : node.edge().evidence();
        Map<String, Place> conditions = new LinkedHashMap<>();
        Conditions.of(node.edge().guard()).forEach(condition -> conditions.put(condition, place));
        return new Context(occurrence, conditions, Map.of());
    }

    /** Makes the body of the function that has been reached after so many steps. */
    private List<Operation> body(List<Leaf> leaves, int depth, Layer layer) {
        List<Operation> body = new ArrayList<>();
        int i = 0;
        while (i < leaves.size()) {
            Leaf first = leaves.get(i);
            int end = i + 1;
            if (first.way.size() == depth) {
                body.add(operation(first, depth));
            } else {
                while (end < leaves.size() && first.sharesStep(leaves.get(end), depth)) {
                    end++;
                }
                body.add(step(leaves.subList(i, end), depth, layer));
            }
            i = end;
        }
        return List.copyOf(body);
    }

    private Operation step(List<Leaf> leaves, int depth, Layer layer) {
        Leaf first = leaves.get(0);
        Hop hop = first.way.get(depth);
        Function function = Function.of(NodeKind.CALL, hop.name(), hop.place(), layer, body(leaves, depth + 1, layer));
        return Operation.of(Callee.of(function, hop.kind()), hop.evidence(), first.path.at(depth));
    }

    private Operation operation(Leaf leaf, int depth) {
        TreeNode node = leaf.node;
        EdgeKind edge = node.edge().kind();
        Callee callee;
        if (node.kind() == NodeKind.ENTRY || node.kind() == NodeKind.CALL) {
            callee = Callee.of(function(node), edge);
        } else if (node.subject() instanceof Subject.Reference reference && complete.containsKey(reference.target())) {
            callee = Callee.of(complete.get(reference.target()), edge);
        } else {
            callee = Callee.of(node);
        }
        boolean textual =
                node.kind() == NodeKind.UNRESOLVED && !node.edge().evidence().isKnown();
        Place site = textual ? node.subject().place() : node.edge().evidence();
        return Operation.of(callee, site, leaf.path.at(depth));
    }
}
