package org.btdetect.grow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.LayeredView;
import org.btdetect.tree.Numbering;
import org.btdetect.tree.OperatorAlgebra;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/** Makes the layered trees of grown actions; a field of the request whose words lead to different trees makes variants. */
public final class TreeWriter {

    /** From this size on a subtree that stands at several places is written once and referred to. */
    private static final int SHARED_FROM = 8;

    private final TreeGrower grower;

    private TreeWriter(TreeGrower grower) {
        this.grower = grower;
    }

    /** @return the layered trees of the actions, variants apart */
    public static List<BehaviorTree> layered(List<GrownAction> actions) {
        TreeWriter writer = new TreeWriter(new TreeGrower(shown(actions), false));
        List<RawAction> raw = actions.stream().map(writer::raw).toList();
        return raw.parallelStream()
                .flatMap(action -> trees(action, root -> LayeredView.of(root, SHARED_FROM)).stream())
                .toList();
    }

    /** The activations that lead to something that the layered trees show. */
    static Set<Activation> shown(List<GrownAction> actions) {
        List<Behavior> roots = new ArrayList<>();
        for (GrownAction action : actions) {
            roots.add(action.behavior());
            action.variants().forEach(variant -> roots.add(variant.behavior()));
        }
        return Reaching.from(roots, TreeWriter::isShown);
    }

    /** @return the full trees of an action, every call of it, variants apart */
    public static List<BehaviorTree> full(GrownAction action) {
        TreeWriter writer = new TreeWriter(new TreeGrower(Set.of(), true));
        return trees(writer.raw(action), OperatorAlgebra::normalise);
    }

    /**
     * An action's full trees, which share nodes with those of all others.
     *
     * @param variants by field and word
     */
    private record RawAction(GrownAction action, TreeNode root, Map<String, Map<String, TreeNode>> variants) {}

    private RawAction raw(GrownAction action) {
        Map<String, Map<String, TreeNode>> byField = new TreeMap<>();
        for (GrownAction.Variant variant : action.variants()) {
            byField.computeIfAbsent(variant.argument(), key -> new TreeMap<>())
                    .put(variant.word(), root(action, variant.behavior()));
        }
        return new RawAction(action, root(action, action.behavior()), byField);
    }

    /**
     * What the layered view shows of operations: crossings and effects on the host. What only reads a file is not shown, and of
     * database records only what the service that the user talks to changes itself; below, records are bookkeeping.
     */
    static boolean isShown(Behavior.Operation operation, Layer layer) {
        return isShown(operation) && (operation.link().kind() != EdgeKind.DATABASE || layer == Layer.API);
    }

    private static boolean isShown(Behavior behavior) {
        if (behavior instanceof Behavior.Operation operation) {
            EdgeKind kind = operation.link().kind();
            return !operation.auxiliary() || kind != EdgeKind.DATABASE && kind != EdgeKind.FILE_ACCESS;
        }
        return behavior instanceof Behavior.Unresolved
                || behavior instanceof Behavior.Invocation call && call.enters().isPresent();
    }

    private static List<BehaviorTree> trees(RawAction raw, UnaryOperator<TreeNode> view) {
        GrownAction action = raw.action();
        List<BehaviorTree> trees = new ArrayList<>();
        raw.variants().forEach((argument, words) -> {
            Map<String, TreeNode> viewed = new TreeMap<>();
            words.forEach((word, root) -> viewed.put(word, view.apply(root)));
            Map<String, TreeNode> distinct = distinct(viewed);
            if (distinct.size() > 1) {
                distinct.forEach((word, root) ->
                        trees.add(tree(action, ActionName.of(action.name(), Map.of(argument, word)), root)));
            }
        });
        return trees.isEmpty() ? List.of(tree(action, ActionName.of(action.name()), view.apply(raw.root()))) : trees;
    }

    /** The first word, in the order of the alphabet, for each of the different trees. */
    private static Map<String, TreeNode> distinct(Map<String, TreeNode> words) {
        Map<String, TreeNode> distinct = new TreeMap<>();
        words.forEach((word, root) -> {
            if (distinct.values().stream().noneMatch(root::behavesLike)) {
                distinct.put(word, root);
            }
        });
        return distinct;
    }

    private TreeNode root(GrownAction action, Behavior behavior) {
        GrownAction.Start start = action.start();
        return TreeNode.of(new Subject.Action(action.name(), action.declaration()), start.rootLayer())
                .withChildren(grower.grow(behavior, start.layer()));
    }

    private static BehaviorTree tree(GrownAction action, ActionName name, TreeNode root) {
        Activity activity = new Activity(name, action.start().kind(), action.route(), List.of());
        return new BehaviorTree(activity, Numbering.numberSharing(root, SHARED_FROM));
    }
}
