package org.btdetect.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberingTest {
    @Test
    void idsCountInPreOrder() {
        TreeNode root = Numbering.number(SmallTrees.parse("f(a choice(b c)) d"));
        assertEquals(
                List.of("n0 act", "n1 f", "n2 a", "n3 choice", "n4 b", "n5 c", "n6 d"),
                root.stream().map(node -> node.id() + " " + node.name()).toList());
    }

    @Test
    void referenceFindsTheNearestEnclosingNode() {
        TreeNode root = Numbering.number(SmallTrees.parse("f(a f(b @f) @f) @f"));
        assertEquals(List.of("n3", "n1", "n1"), targets(root));
    }

    @Test
    void numberingANumberedTreeChangesNothing() {
        TreeNode root = Numbering.number(SmallTrees.parse("f(a f(b @f) @f)"));
        assertEquals(root, Numbering.number(root));
    }

    @Test
    void referenceToNothingIsRejected() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> Numbering.number(SmallTrees.parse("a @f f(b)")));
        assertTrue(failure.toString().contains("reference to f"), failure.toString());
    }

    @Test
    void sharedSubtreeIsWrittenOnce() {
        TreeNode shared = SmallTrees.parse("f(a b c)").children().get(0);
        TreeNode again = shared.withEdge(Edge.of(EdgeKind.SELF, new Place("nova", "nova/x.py", 9)));
        TreeNode root = Numbering.numberSharing(SmallTrees.root(List.of(shared, again)), 4);
        assertEquals(
                "f(a b c) @f",
                SmallTrees.show(root.children().get(0)) + " "
                        + SmallTrees.show(root.children().get(1)));
        assertEquals(List.of("n1"), targets(root));
        assertEquals(again.edge(), root.children().get(1).edge());
    }

    @Test
    void smallSharedSubtreeIsWrittenOut() {
        TreeNode shared = SmallTrees.parse("f(a b c)").children().get(0);
        TreeNode root = Numbering.numberSharing(SmallTrees.root(List.of(shared, shared)), 5);
        assertEquals(List.of(), targets(root));
        assertEquals(9, root.stream().count());
    }

    @Test
    void exponentiallySharedStructureStaysSmall() {
        TreeNode node = SmallTrees.parse("f(a b c d)").children().get(0);
        for (int level = 0; level < 60; level++) {
            TreeNode outer = TreeNode.of(new Subject.Call("g" + level, Place.NONE), Layer.API);
            node = outer.withChildren(List.of(node, node));
        }
        TreeNode root = SmallTrees.root(List.of(node));
        assertTrue(Numbering.numberSharing(root, 4).stream().count() < 200);
        assertTrue(Numbering.numberSharing(LayeredView.of(root, 4), 4).stream().count() < 200, "layered");
    }

    private static List<String> targets(TreeNode root) {
        return root.stream()
                .filter(node -> node.subject() instanceof Subject.Reference)
                .map(node -> ((Subject.Reference) node.subject()).target())
                .toList();
    }
}
