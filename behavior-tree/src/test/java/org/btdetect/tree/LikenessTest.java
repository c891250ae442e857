package org.btdetect.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {
    @Test
    void recursionIsAlikeWhateverItsNodesAreCalled() {
        TreeNode one = function("f", "a1", SmallTrees.leaf("x"), recursion("f", "a1"));
        TreeNode other = function("f", "a2", SmallTrees.leaf("x"), recursion("f", "a2"));
        assertTrue(one.behavesLike(other));
        TreeNode choice = TreeNode.control(Operator.CHOICE, Layer.API, Place.NONE, List.of(one, other));
        TreeNode normal = OperatorAlgebra.normalise(SmallTrees.root(List.of(choice)));
        assertEquals("act(f(x @f))", SmallTrees.show(normal));
    }

    @Test
    void mutualRecursionIsAlikeWhateverItsNodesAreCalled() {
        TreeNode one = function("f", "a1", function("g", "a2", recursion("f", "a1"), recursion("g", "a2")));
        TreeNode other = function("f", "a3", function("g", "a4", recursion("f", "a3"), recursion("g", "a4")));
        TreeNode crossed = function("f", "a3", function("g", "a4", recursion("f", "a4"), recursion("g", "a3")));
        assertTrue(one.behavesLike(other));
        assertFalse(one.behavesLike(crossed));
    }

    @Test
    void referencesOutOfTheComparedNodesNeedOneTarget() {
        TreeNode one = function("f", "a1", recursion("g", "a8"));
        assertTrue(one.behavesLike(function("f", "a2", recursion("g", "a8"))));
        assertFalse(one.behavesLike(function("f", "a2", recursion("g", "a9"))));
    }

    @Test
    void whatDiffersBelowARecursionTellsApart() {
        TreeNode one = function("f", "a1", recursion("f", "a1"), SmallTrees.leaf("x"));
        TreeNode other = function("f", "a2", recursion("f", "a2"), SmallTrees.leaf("y"));
        assertFalse(one.behavesLike(other));
    }

    private static TreeNode function(String name, String id, TreeNode... children) {
        return TreeNode.of(new Subject.Call(name, Place.NONE), Layer.API)
                .withId(id)
                .withEdge(Edge.of(EdgeKind.DIRECT, Place.NONE))
                .withChildren(List.of(children));
    }

    private static TreeNode recursion(String name, String target) {
        return TreeNode.of(new Subject.Reference(name, Place.NONE, target), Layer.API)
                .withEdge(Edge.of(EdgeKind.DIRECT, Place.NONE));
    }
}
