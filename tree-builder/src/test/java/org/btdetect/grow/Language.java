package org.btdetect.grow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * The sequences of some events that a tree allows: nodes that are no such event are passed without a trace. What runs beside its
 * caller is taken to run where it starts.
 *
 * <p>Matches by sets of positions in the word, as a nondeterministic automaton does.
 */
final class Language {
    private final Function<TreeNode, Optional<String>> events;
    private final Map<String, TreeNode> byId = new HashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final TreeNode root;

    /** @param events the event that a node is, if it is one */
    Language(BehaviorTree tree, Function<TreeNode, Optional<String>> events) {
        this.events = events;
        this.root = tree.root();
        tree.nodes().forEach(node -> byId.put(node.id(), node));
    }

    /** Whether the tree allows exactly these events in this order. */
    boolean allows(List<String> word) {
        return new Match(word).after(root, Set.of(0)).contains(word.size());
    }

    /** How far into the word the tree can go, for messages. */
    int longestPrefix(List<String> word) {
        Match match = new Match(word);
        match.after(root, Set.of(0));
        return match.furthest;
    }

    private final class Match {
        private final List<String> word;
        private int furthest;

        Match(List<String> word) {
            this.word = word;
        }

        Set<Integer> after(TreeNode node, Set<Integer> before) {
            if (before.isEmpty()) {
                return before;
            }
            if (node.is(Operator.CHOICE)) {
                Set<Integer> after = new TreeSet<>();
                node.children().forEach(branch -> after.addAll(after(branch, before)));
                return after;
            }
            if (node.is(Operator.OPTIONAL)) {
                return union(before, inOrder(node, before));
            }
            return node.is(Operator.LOOP) ? repeated(node, before) : entered(node, before);
        }

        private Set<Integer> repeated(TreeNode node, Set<Integer> before) {
            Set<Integer> reached = before;
            while (true) {
                Set<Integer> next = union(reached, inOrder(node, reached));
                if (next.equals(reached)) {
                    return reached;
                }
                reached = next;
            }
        }

        private Set<Integer> entered(TreeNode node, Set<Integer> before) {
            Set<Integer> after =
                    events.apply(node).map(event -> step(event, before)).orElse(before);
            if (!(node.subject() instanceof Subject.Reference reference)) {
                return inOrder(node, after);
            }
            String key = reference.target() + after;
            if (!entered.add(key)) {
                return after;
            }
            Set<Integer> below = inOrder(byId.get(reference.target()), after);
            entered.remove(key);
            return below;
        }

        private Set<Integer> step(String event, Set<Integer> before) {
            Set<Integer> after = new TreeSet<>();
            for (int position : before) {
                if (position < word.size() && word.get(position).equals(event)) {
                    after.add(position + 1);
                    furthest = Math.max(furthest, position + 1);
                }
            }
            return after;
        }

        private Set<Integer> inOrder(TreeNode node, Set<Integer> before) {
            Set<Integer> reached = before;
            for (TreeNode child : node.children()) {
                reached = after(child, reached);
            }
            return reached;
        }

        private Set<Integer> union(Set<Integer> left, Set<Integer> right) {
            Set<Integer> union = new TreeSet<>(left);
            union.addAll(right);
            return union;
        }
    }
}
