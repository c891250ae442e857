package org.btdetect.tree.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;
import org.btdetect.tree.TreeLibrary;

/**
 * Compares two libraries action by action, function by function.
 *
 * <p>Every subtree is hashed bottom-up; where the hashes are equal nothing is compared. What remains is walked from the two
 * roots down. A function's body is taken as the sequence of its operations, each with what its control structure makes of it
 * (how often, under which conditions, in which branch), so that wrapping code into a condition or a loop moves nothing. Two
 * bodies are aligned once, whatever the number of actions and callers. The cost is linear in the nodes, and for each pair of
 * bodies that differ, the product of the lengths of what differs in them, within a bound ({@link Alignment}).
 */
public final class LibraryComparison {
    private final LibraryIndex before;
    private final LibraryIndex after;
    private final Findings findings;

    private LibraryComparison(LibraryIndex before, LibraryIndex after, Findings findings) {
        this.before = before;
        this.after = after;
        this.findings = findings;
    }

    /** Compares two libraries; a tree that is the same object in both is not looked at. */
    public static LibraryDiff compare(TreeLibrary before, TreeLibrary after) {
        Map<ActionName, Function> older = actions(before.trees(), Map.of());
        Map<ActionName, Function> newer = actions(after.trees(), shared(before, after, older));
        Versions<Vocabulary> names = new Versions<>(Vocabulary.of(older.values()), Vocabulary.of(newer.values()));
        Findings findings = new Findings(names);
        LibraryComparison comparison = new LibraryComparison(before.index(), after.index(), findings);
        comparison.compareTrees(older, newer, new FunctionComparison(names));
        int compared = (int) older.keySet().stream().filter(newer::containsKey).count();
        return new LibraryDiff(before.index().provenance(), after.index().provenance(), compared, findings.changes());
    }

    private static Map<ActionName, Function> actions(List<BehaviorTree> trees, Map<ActionName, Function> known) {
        return trees.parallelStream()
                .collect(Collectors.toMap(
                        BehaviorTree::name,
                        tree -> known.containsKey(tree.name()) ? known.get(tree.name()) : Functions.of(tree),
                        (one, other) -> one,
                        TreeMap::new));
    }

    @SuppressWarnings("ReferenceEquality") // equality would compare all that is below
    private static Map<ActionName, Function> shared(
            TreeLibrary before, TreeLibrary after, Map<ActionName, Function> actions) {
        Map<ActionName, BehaviorTree> older =
                before.trees().stream().collect(Collectors.toMap(BehaviorTree::name, tree -> tree));
        return after.trees().stream()
                .filter(tree -> older.get(tree.name()) == tree)
                .collect(Collectors.toMap(BehaviorTree::name, tree -> actions.get(tree.name())));
    }

    private void compareRoutes(String action, Function was, Function is) {
        Optional<Route> older =
                before.entry(action).map(entry -> entry.activity().route());
        Optional<Route> newer =
                after.entry(action).map(entry -> entry.activity().route());
        if (older.isPresent() && newer.isPresent() && !older.equals(newer)) {
            String detail = older.get() + " → " + newer.get();
            tell(ChangeKind.ROUTE_CHANGED, action, detail, handler(was), handler(is));
        }
    }

    private void compareTrees(
            Map<ActionName, Function> older, Map<ActionName, Function> newer, FunctionComparison functions) {
        older.forEach((action, root) -> {
            Function other = newer.get(action);
            if (other != null) {
                compareRoutes(action.toString(), root, other);
                Comparison comparison = functions.compare(root, other, Set.of());
                new ActionComparison(root, other, action.toString(), findings).tell(comparison.all());
            } else {
                tell(ChangeKind.ACTION_REMOVED, action.toString(), layers(root), handler(root), Place.NONE);
            }
        });
        newer.forEach((action, root) -> {
            if (!older.containsKey(action)) {
                tell(ChangeKind.ACTION_ADDED, action.toString(), layers(root), Place.NONE, handler(root));
            }
        });
    }

    private void tell(ChangeKind kind, String action, String detail, Place was, Place is) {
        findings.add(new Change(kind, Layer.USER, action, "", detail, was, is, List.of(), List.of(action), List.of()));
    }

    private static Place handler(Function root) {
        return root.body().isEmpty()
                ? root.place()
                : root.body().get(0).callee().place();
    }

    private static String layers(Function root) {
        return Reach.of(root).layers().stream().map(Layer::id).collect(Collectors.joining(", "));
    }
}
