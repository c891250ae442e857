package org.btdetect.grow;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.program.Problem;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/** The trees that a source set gives, and what tests ask of them. */
final class Trees {
    private final TreeMap<String, BehaviorTree> byName = new TreeMap<>();
    private final List<Problem> problems;

    private Trees(GrownLibrary grown) {
        problems = grown.problems();
        for (BehaviorTree tree : TreeWriter.layered(grown.actions())) {
            byName.put(tree.name().toString(), tree);
        }
    }

    static Trees of(SourceSet sources, String... actions) {
        return new Trees(new LibraryBuilder(sources, Profile.localFiles(), stage -> {}).grow(Set.of(actions)));
    }

    List<Problem> problems() {
        return problems;
    }

    Set<String> names() {
        return byName.keySet();
    }

    List<BehaviorTree> all() {
        return List.copyOf(byName.values());
    }

    BehaviorTree tree(String name) {
        BehaviorTree tree = byName.get(name);
        if (tree == null) {
            throw new AssertionError("no tree " + name + " among " + names());
        }
        return tree;
    }

    /** The names of everything that happens in a layer: entries and operations, in the order of the tree. */
    List<String> names(String tree, Layer layer) {
        return tree(tree)
                .nodes()
                .filter(node -> node.layer() == layer && isOfLayer(node))
                .map(TreeNode::name)
                .toList();
    }

    private static boolean isOfLayer(TreeNode node) {
        return node.subject() instanceof Subject.Entry
                || node.subject() instanceof Subject.Boundary && node.kind() != NodeKind.OPERATOR;
    }

    boolean reaches(String tree, String name) {
        return tree(tree).nodes().anyMatch(node -> node.name().equals(name));
    }
}
