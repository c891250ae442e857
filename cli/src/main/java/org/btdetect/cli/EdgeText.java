package org.btdetect.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.Counts;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.TreeNode;

/** Prints on which grounds edges rest: how many of each kind, how many of them are ambiguous, and what was not followed or cut. */
final class EdgeText {

    private static final String ROW = "%8d %9d  %-16s %s";

    private final PrintWriter out;

    EdgeText(PrintWriter out) {
        this.out = out;
    }

    private static final class Tally {
        private int all;
        private int ambiguous;
    }

    void print(TreeLibrary library) {
        Counts counts = library.index().provenance().counts();
        kinds(library.trees().stream().flatMap(BehaviorTree::nodes));
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "%d calls on the way of all actions, %.2f %% of them followed",
                counts.calls(),
                counts.resolvedPercent()));
        reasons("not followed", counts.unresolved());
        reasons("with several possible callees, found by", counts.ambiguous());
        reasons("tests of which one branch is cut, decided by", counts.cut());
        out.flush();
    }

    void print(BehaviorTree tree) {
        kinds(tree.nodes());
        List<String> gaps = new ArrayList<>();
        tree.nodes().forEach(node -> {
            if (node.subject() instanceof Subject.Unresolved gap) {
                gaps.add(node.id() + "  " + node.edge().evidence() + "  " + node.label() + ": " + gap.reason());
            }
        });
        out.println();
        out.println(gaps.size() + " calls not followed");
        gaps.forEach(gap -> out.println("  " + gap));
        out.flush();
    }

    private void kinds(Stream<TreeNode> nodes) {
        Map<EdgeKind, Tally> tallies = new EnumMap<>(EdgeKind.class);
        nodes.forEach(node -> {
            count(tallies, node.edge().kind(), node.edge().certainty());
            for (Hop hop : node.edge().via()) {
                count(tallies, hop.kind(), Certainty.EXACT);
            }
        });
        out.println(String.format(Locale.ROOT, "%8s %9s  %-16s %s", "EDGES", "AMBIGUOUS", "KIND", "RESTS ON"));
        tallies.forEach((kind, tally) ->
                out.println(String.format(Locale.ROOT, ROW, tally.all, tally.ambiguous, kind.id(), kind.doc())));
    }

    private static void count(Map<EdgeKind, Tally> tallies, EdgeKind kind, Certainty certainty) {
        Tally tally = tallies.computeIfAbsent(kind, key -> new Tally());
        tally.all++;
        if (certainty == Certainty.AMBIGUOUS) {
            tally.ambiguous++;
        }
    }

    private void reasons(String what, Map<String, Integer> byReason) {
        int all = byReason.values().stream().mapToInt(Integer::intValue).sum();
        out.println(all + " " + what);
        byReason.forEach((reason, number) -> out.println(String.format(Locale.ROOT, "%8d  %s", number, reason)));
    }
}
