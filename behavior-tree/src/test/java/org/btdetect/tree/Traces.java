package org.btdetect.tree;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Enumerates what a tree allows, straight from the definition of the operators: all traces up to a length, by continuations.
 */
final class Traces {
    private final int length;
    private final Predicate<TreeNode> visible;

    Traces(int length, Predicate<TreeNode> visible) {
        this.length = length;
        this.visible = visible;
    }

    Set<String> of(TreeNode root) {
        return before(root, Set.of(""));
    }

    private Set<String> before(TreeNode node, Set<String> rest) {
        if (node.subject() instanceof Subject.Control control) {
            return operator(control.operator(), node.children(), rest);
        }
        Set<String> after = sequence(node.children(), rest);
        if (!visible.test(node)) {
            return after;
        }
        Set<String> traces = new TreeSet<>();
        after.stream().map(trace -> node.name() + trace).filter(this::fits).forEach(traces::add);
        return traces;
    }

    private Set<String> operator(Operator operator, List<TreeNode> children, Set<String> rest) {
        return switch (operator) {
            case SEQUENCE -> sequence(children, rest);
            case CHOICE -> choice(children, rest);
            case OPTIONAL -> union(rest, sequence(children, rest));
            case LOOP -> loop(children, rest);
            case PARALLEL -> shuffled(sequence(children, Set.of("")), rest);
        };
    }

    private Set<String> sequence(List<TreeNode> children, Set<String> rest) {
        Set<String> traces = rest;
        for (int i = children.size() - 1; i >= 0; i--) {
            traces = before(children.get(i), traces);
        }
        return traces;
    }

    private Set<String> choice(List<TreeNode> branches, Set<String> rest) {
        if (branches.isEmpty()) {
            return rest;
        }
        Set<String> traces = new TreeSet<>();
        branches.forEach(branch -> traces.addAll(before(branch, rest)));
        return traces;
    }

    private Set<String> loop(List<TreeNode> children, Set<String> rest) {
        Set<String> traces = rest;
        Set<String> more = union(rest, sequence(children, traces));
        while (!more.equals(traces)) {
            traces = more;
            more = union(rest, sequence(children, traces));
        }
        return traces;
    }

    private Set<String> shuffled(Set<String> left, Set<String> right) {
        Set<String> traces = new TreeSet<>();
        for (String one : left) {
            for (String other : right) {
                if (one.length() + other.length() <= length) {
                    shuffle("", one, other, traces);
                }
            }
        }
        return traces;
    }

    private static void shuffle(String done, String left, String right, Set<String> traces) {
        if (left.isEmpty() || right.isEmpty()) {
            traces.add(done + left + right);
            return;
        }
        shuffle(done + left.charAt(0), left.substring(1), right, traces);
        shuffle(done + right.charAt(0), left, right.substring(1), traces);
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        Set<String> union = new TreeSet<>(left);
        union.addAll(right);
        return union;
    }

    private boolean fits(String trace) {
        return trace.length() <= length;
    }
}
