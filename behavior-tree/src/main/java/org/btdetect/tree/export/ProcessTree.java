package org.btdetect.tree.export;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Operator;
import org.btdetect.tree.TreeNode;

/**
 * A tree in the terms of process mining: blocks of tasks.
 *
 * <p>Entries and boundary operations are tasks, named by their layer and label; functions between them, calls that could not
 * be followed and recursions are silent. A subtree that stands elsewhere in the tree is one task. What runs asynchronously is
 * parallel to what follows it within the same function.
 */
sealed interface ProcessTree {
    /** A task with a name. */
    record Task(String name) implements ProcessTree {}

    /** Nothing that anybody sees. */
    record Silent() implements ProcessTree {}

    /** Blocks in order, one of them, or all of them side by side. */
    record Block(Kind kind, List<ProcessTree> parts) implements ProcessTree {
        public Block {
            parts = List.copyOf(parts);
        }
    }

    /** A block that occurs any number of times, also never. */
    record Loop(ProcessTree body) implements ProcessTree {}

    /** How the parts of a block occur. */
    enum Kind {
        SEQUENCE,
        XOR,
        AND
    }

    /** Returns the process tree of a behaviour tree. */
    static ProcessTree of(BehaviorTree tree) {
        return sequence(tree.root().children());
    }

    private static ProcessTree sequence(List<TreeNode> nodes) {
        List<ProcessTree> parts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            TreeNode node = nodes.get(i);
            if (node.is(Operator.PARALLEL) && i + 1 < nodes.size()) {
                ProcessTree rest = sequence(nodes.subList(i + 1, nodes.size()));
                parts.add(new Block(Kind.AND, List.of(sequence(node.children()), rest)));
                return block(parts);
            }
            ProcessTree part = part(node);
            if (!(part instanceof Silent)) {
                parts.add(part);
            }
        }
        return block(parts);
    }

    private static ProcessTree block(List<ProcessTree> parts) {
        if (parts.isEmpty()) {
            return new Silent();
        }
        return parts.size() == 1 ? parts.get(0) : new Block(Kind.SEQUENCE, parts);
    }

    private static ProcessTree part(TreeNode node) {
        return switch (node.kind()) {
            case ACTION, CALL -> sequence(node.children());
            case BOUNDARY -> new Task(name(node));
            case ENTRY -> {
                List<ProcessTree> parts = new ArrayList<>(List.of(new Task(name(node))));
                ProcessTree below = sequence(node.children());
                if (!(below instanceof Silent)) {
                    parts.add(below);
                }
                yield block(parts);
            }
            case REFERENCE -> new Task(name(node));
            case UNRESOLVED -> new Silent();
            case OPERATOR -> operator(node);
        };
    }

    private static ProcessTree operator(TreeNode node) {
        if (node.children().isEmpty()) {
            return new Silent();
        }
        if (node.is(Operator.CHOICE)) {
            return new Block(
                    Kind.XOR, node.children().stream().map(ProcessTree::part).toList());
        }
        ProcessTree body = sequence(node.children());
        if (node.is(Operator.OPTIONAL)) {
            return new Block(Kind.XOR, List.of(body, new Silent()));
        }
        return node.is(Operator.LOOP) && !(body instanceof Silent) ? new Loop(body) : body;
    }

    private static String name(TreeNode node) {
        String arrow = node.kind() == NodeKind.REFERENCE ? "↑ " : "";
        return arrow + node.layer().id() + " " + node.label();
    }
}
