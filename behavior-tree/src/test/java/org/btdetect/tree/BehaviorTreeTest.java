package org.btdetect.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BehaviorTreeTest {
    private static final Activity ACTIVITY =
            new Activity(ActionName.of("act"), RootKind.REQUEST, new Route("POST", "/act"), List.of("b", "a", "b"));

    @Test
    void treeTellsItsSizeAndLayers() {
        BehaviorTree tree = new BehaviorTree(ACTIVITY, Numbering.number(SmallTrees.parse("E(a choice(b c))")));
        assertEquals(6, tree.size());
        assertEquals(EnumSet.of(Layer.API), tree.layers());
        assertEquals(List.of("a", "b"), tree.activity().aliases());
        assertEquals(new LibraryEntry(ACTIVITY, tree.layers(), 6, List.of()), LibraryEntry.of(tree));
    }

    @Test
    void treeHasToBeNumbered() {
        TreeNode root = SmallTrees.parse("a b");
        assertThrows(IllegalArgumentException.class, () -> new BehaviorTree(ACTIVITY, root));
    }

    @Test
    void rootHasToBeAnAction() {
        TreeNode leaf = Numbering.number(SmallTrees.leaf("a"));
        assertThrows(IllegalArgumentException.class, () -> new BehaviorTree(ACTIVITY, leaf));
    }

    @Test
    void everyNodeButTheRootHasAnEdge() {
        TreeNode leaf = SmallTrees.leaf("a").withEdge(Edge.ROOT);
        TreeNode root = Numbering.number(SmallTrees.root(List.of(leaf)));
        assertThrows(IllegalArgumentException.class, () -> new BehaviorTree(ACTIVITY, root));
    }

    @Test
    void leafHasNoChildren() {
        TreeNode leaf = SmallTrees.leaf("a");
        assertThrows(IllegalArgumentException.class, () -> leaf.withChildren(List.of(leaf)));
    }

    @Test
    void variantIsPartOfTheName() {
        assertEquals("reboot.a=1.type=HARD", name().toString());
        assertEquals(0, name().compareTo(name()));
    }

    private static ActionName name() {
        return ActionName.of("reboot", Map.of("type", "HARD", "a", "1"));
    }
}
