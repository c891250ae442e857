package org.btdetect.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;
import java.util.stream.Collectors;

/** Trees written as text: {@code choice(a sequence(b c))}; upper-case names with parentheses are functions. */
final class SmallTrees {
    private SmallTrees() {}

    static TreeNode parse(String text) {
        Deque<List<TreeNode>> open = new ArrayDeque<>();
        Deque<String> names = new ArrayDeque<>();
        open.push(new ArrayList<>());
        try (Scanner words = new Scanner(text.replace("(", " ( ").replace(")", " ) "))) {
            String last = "";
            while (words.hasNext()) {
                String word = words.next();
                if (word.equals("(")) {
                    open.element().remove(open.element().size() - 1);
                    names.push(last);
                    open.push(new ArrayList<>());
                } else if (word.equals(")")) {
                    TreeNode inner = inner(names.pop(), open.pop());
                    open.element().add(inner);
                } else {
                    open.element().add(leaf(word));
                }
                last = word;
            }
        }
        return root(open.element());
    }

    static TreeNode root(List<TreeNode> children) {
        return TreeNode.of(new Subject.Action("act", Place.NONE), Layer.USER).withChildren(children);
    }

    static TreeNode leaf(String name) {
        Subject subject = name.startsWith("@")
                ? new Subject.Reference(name.substring(1), Place.NONE, name.substring(1))
                : new Subject.Boundary(name, Place.NONE, "");
        return TreeNode.of(subject, Layer.API).withEdge(Edge.of(EdgeKind.DIRECT, Place.NONE));
    }

    static String show(TreeNode node) {
        String below = node.children().stream().map(SmallTrees::show).collect(Collectors.joining(" "));
        String name = node.kind() == NodeKind.REFERENCE ? "@" + node.name() : node.name();
        boolean inner = node.kind() == NodeKind.OPERATOR || !below.isEmpty();
        return inner ? name + "(" + below + ")" : name;
    }

    private static TreeNode inner(String name, List<TreeNode> children) {
        for (Operator operator : Operator.values()) {
            if (operator.id().equals(name)) {
                return TreeNode.control(operator, Layer.API, Place.NONE, children);
            }
        }
        boolean entry = name.equals(name.toUpperCase(Locale.ROOT));
        Subject subject = entry ? new Subject.Entry(name, Place.NONE) : new Subject.Call(name, Place.NONE);
        return TreeNode.of(subject, Layer.API)
                .withId(name)
                .withEdge(Edge.of(EdgeKind.DIRECT, Place.NONE))
                .withChildren(children);
    }
}
