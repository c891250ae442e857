package org.btdetect.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Small random trees over the alphabet a, b, c, the same for the same seed. */
public final class RandomTrees {
    private static final Place SOMEWHERE = new Place("nova", "nova/compute/api.py", 7);

    private final RandomGenerator random;

    public RandomTrees(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public TreeNode root(int depth) {
        return TreeNode.of(new Subject.Action("act", SOMEWHERE), Layer.USER).withChildren(children(depth));
    }

    private List<TreeNode> children(int depth) {
        List<TreeNode> children = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            children.add(node(depth));
        }
        return children;
    }

    private TreeNode node(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf();
        }
        if (random.nextInt(5) == 0) {
            Subject call = new Subject.Call(letter(), SOMEWHERE);
            return guarded(TreeNode.of(call, Layer.API)
                    .withEdge(Edge.of(EdgeKind.DIRECT, SOMEWHERE))
                    .withChildren(children(depth - 1)));
        }
        Operator operator = any(Operator.values());
        return guarded(TreeNode.control(operator, Layer.API, SOMEWHERE, children(depth - 1)));
    }

    private TreeNode leaf() {
        return guarded(TreeNode.of(new Subject.Boundary(letter(), SOMEWHERE, ""), Layer.API)
                .withEdge(Edge.of(EdgeKind.DIRECT, SOMEWHERE)));
    }

    private TreeNode guarded(TreeNode node) {
        return random.nextInt(4) == 0 ? node.withEdge(node.edge().withGuard("x == " + random.nextInt(2))) : node;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private String letter() {
        return String.valueOf((char) ('a' + random.nextInt(3)));
    }
}
