package org.btdetect.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.Edge;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Mark;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * The nodes of all trees as rows of numbers, equal subtrees once. A row: kind, layer, name, place, detail, edge's kind, evidence,
 * ambiguity, guard, marks, hops, trace points, children. A reference names its target by the distance to it in pre-order, so that
 * subtrees with references inside are equal, too.
 */
final class SharedNodes {
    private final Texts texts;
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<List<Object>> rows = new ArrayList<>();

    SharedNodes(Texts texts) {
        this.texts = texts;
    }

    List<List<Object>> rows() {
        return List.copyOf(rows);
    }

    /**
     * Adds a subtree and returns its number.
     *
     * @param traces the trace points of a node as pairs of their number and occurrence, one after the other
     */
    int add(TreeNode node, Function<TreeNode, List<Integer>> traces) {
        List<Integer> children =
                node.children().stream().map(child -> add(child, traces)).toList();
        Edge edge = node.edge();
        List<Object> row = List.of(
                node.kind().ordinal(),
                node.layer().ordinal(),
                texts.number(node.name()),
                texts.number(node.subject().place().toString()),
                detail(node),
                edge.kind().ordinal(),
                texts.number(edge.evidence().toString()),
                edge.certainty() == Certainty.AMBIGUOUS ? 1 : 0,
                texts.number(edge.guard()),
                marks(node),
                edge.via().stream().flatMap(hop -> hop(hop).stream()).toList(),
                traces.apply(node),
                children);
        return numbers.computeIfAbsent(row, key -> {
            rows.add(key);
            return rows.size() - 1;
        });
    }

    private List<Integer> hop(Hop hop) {
        return List.of(
                texts.number(hop.name()),
                texts.number(hop.place().toString()),
                hop.kind().ordinal(),
                texts.number(hop.evidence().toString()));
    }

    private int detail(TreeNode node) {
        if (node.subject() instanceof Subject.Boundary boundary) {
            return texts.number(boundary.arguments());
        }
        if (node.subject() instanceof Subject.Unresolved unresolved) {
            return texts.number(unresolved.reason());
        }
        return node.subject() instanceof Subject.Reference reference ? index(reference.target()) - index(node.id()) : 0;
    }

    private static int index(String id) {
        return Integer.parseInt(id.substring(1));
    }

    private static int marks(TreeNode node) {
        int bits = 0;
        for (Mark mark : node.marks()) {
            bits |= 1 << mark.ordinal();
        }
        return bits;
    }
}
