package org.btdetect.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayeredViewTest {
    private static final Traces EFFECTS = new Traces(4, node -> node.kind() == NodeKind.BOUNDARY);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '=',
            value = {
                "f(a g(b)) = a b",
                "f(g()) a = a",
                "E(f(a)) = E(a)",
                "choice(f(a b) g(c)) = choice(sequence(a b) c)",
                "choice(f() g(c)) = optional(c)",
                "f(a optional(@f)) = f(a optional(@f))",
                "f(g(@f)) a = a",
                "f(g(@g @f)) a = a",
                "E(a f(optional(@E))) = E(a optional(@E))",
                "f(@f) a choice(@f b) = a optional(b)"
            })
    void layered(String full, String expected) {
        TreeNode view = LayeredView.of(SmallTrees.parse(full));
        assertEquals(
                expected.strip(), view.children().stream().map(SmallTrees::show).collect(Collectors.joining(" ")));
        assertEquals(view.stream().count(), Numbering.number(view).stream().count());
    }

    @Test
    void skippedFunctionsStandInTheWay() {
        TreeNode view = LayeredView.of(SmallTrees.parse("f(g(a b))"));
        for (TreeNode node : view.children()) {
            assertEquals(
                    List.of("f", "g"), node.edge().via().stream().map(Hop::name).toList());
        }
    }

    @Test
    void effectsAreThoseOfTheFullTree() {
        for (long seed = 0; seed < 2000; seed++) {
            TreeNode tree = new RandomTrees(seed).root(4);
            TreeNode view = LayeredView.of(tree);
            assertEquals(EFFECTS.of(tree), EFFECTS.of(view), "seed " + seed);
            assertTrue(view.stream().noneMatch(node -> node.kind() == NodeKind.CALL), "seed " + seed);
        }
    }
}
