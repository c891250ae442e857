package org.btdetect.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorAlgebraTest {
    private static final int TREES = 3000;
    private static final Traces TRACES = new Traces(4, node -> node.kind() != NodeKind.ACTION);

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '=',
            value = {
                "sequence(a sequence(b c)) = a b c",
                "sequence() a loop() = a",
                "optional(sequence(a b)) = optional(a b)",
                "choice(choice(a b) c) = choice(a b c)",
                "choice(a a) = a",
                "choice(a b a) = choice(a b)",
                "choice(sequence() a b) = optional(choice(a b))",
                "choice(sequence() a) = optional(a)",
                "choice(optional(a) b) = optional(choice(a b))",
                "choice(sequence(a b) sequence()) = optional(a b)",
                "choice(sequence(a b)) c = a b c",
                "choice(sequence(a b) c) = choice(sequence(a b) c)",
                "choice(sequence() optional() loop()) = ''",
                "optional(optional(a)) = optional(a)",
                "optional(loop(a)) = loop(a)",
                "loop(optional(a)) = loop(a)",
                "loop(loop(a)) = loop(a)",
                "parallel(parallel(a b)) = parallel(a b)",
                "choice(loop(a) sequence()) = loop(a)",
                "choice(optional(choice(a b)) c) = optional(choice(a b c))"
            })
    void law(String left, String right) {
        assertEquals(right.strip(), shown(OperatorAlgebra.normalise(SmallTrees.parse(left))));
    }

    @Test
    void normalFormAllowsTheSameTraces() {
        for (long seed = 0; seed < TREES; seed++) {
            TreeNode tree = new RandomTrees(seed).root(4);
            TreeNode normal = OperatorAlgebra.normalise(tree);
            String message = "seed " + seed + ": " + shown(tree) + " became " + shown(normal);
            assertEquals(TRACES.of(tree), TRACES.of(normal), message);
        }
    }

    @Test
    void normalFormIsNormal() {
        for (long seed = 0; seed < TREES; seed++) {
            TreeNode normal = OperatorAlgebra.normalise(new RandomTrees(seed).root(4));
            assertEquals(normal, OperatorAlgebra.normalise(normal), "seed " + seed);
            String message = "seed " + seed + ": " + shown(normal);
            assertTrue(normal.stream().allMatch(OperatorAlgebraTest::isNormal), message);
        }
    }

    @Test
    void guardOfADissolvedOperatorPassesOn() {
        TreeNode branch = SmallTrees.leaf("a");
        TreeNode empty = TreeNode.control(Operator.SEQUENCE, Layer.API, Place.NONE, List.of());
        TreeNode guarded = branch.withEdge(branch.edge().withGuard("force"));
        TreeNode choice = TreeNode.control(Operator.CHOICE, Layer.API, Place.NONE, List.of(empty, guarded));
        TreeNode outer = choice.withEdge(choice.edge().withGuard("vm_state == 'active'"));
        TreeNode root = OperatorAlgebra.normalise(SmallTrees.root(List.of(outer)));
        assertEquals(
                "vm_state == 'active' and force", root.children().get(0).edge().guard());
        assertEquals("", root.children().get(0).children().get(0).edge().guard());
    }

    @Test
    void guardsOfMergedBranchesAreAlternatives() {
        TreeNode soft = SmallTrees.leaf("a");
        TreeNode one = soft.withEdge(soft.edge().withGuard("x"));
        TreeNode two = soft.withEdge(soft.edge().withGuard("y"));
        TreeNode choice = TreeNode.control(Operator.CHOICE, Layer.API, Place.NONE, List.of(one, two));
        TreeNode root = OperatorAlgebra.normalise(SmallTrees.root(List.of(choice)));
        assertEquals("x or y", root.children().get(0).edge().guard());
    }

    @Test
    void marksOfADissolvedOperatorPassOn() {
        TreeNode sequence = TreeNode.control(Operator.SEQUENCE, Layer.API, Place.NONE, List.of(SmallTrees.leaf("a")))
                .withMarks(Set.of(Mark.ERROR));
        TreeNode root = OperatorAlgebra.normalise(SmallTrees.root(List.of(sequence)));
        assertEquals(Set.of(Mark.ERROR), root.children().get(0).marks());
    }

    private static boolean isNormal(TreeNode node) {
        boolean implicit = !node.is(Operator.CHOICE);
        boolean flat = node.children().stream()
                .noneMatch(child -> implicit
                        ? child.is(Operator.SEQUENCE)
                        : child.is(Operator.CHOICE) || child.is(Operator.OPTIONAL));
        boolean full = node.kind() != NodeKind.OPERATOR
                || node.children().size() > (node.is(Operator.CHOICE) || node.is(Operator.SEQUENCE) ? 1 : 0);
        return flat && full;
    }

    private static String shown(TreeNode root) {
        return root.children().stream().map(SmallTrees::show).collect(Collectors.joining(" "));
    }
}
