package org.btdetect.tree.io;

import java.util.ArrayList;
import java.util.List;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.TreeNode;

/** A tree as JSON: the activity, then the nodes in pre-order, one a line. */
public final class TreeJson {
    private static final String FORMAT = "btdetect-tree-1";

    private TreeJson() {}

    /** Returns the tree as text. */
    public static String write(BehaviorTree tree) {
        List<String> lines = new ArrayList<>();
        add(tree.root(), "", lines);
        return "{\"format\":\"" + FORMAT + "\",\n\"activity\":" + Json.line(ActivityJson.of(tree.activity()))
                + ",\n\"nodes\":[\n" + String.join(",\n", lines) + "\n]}\n";
    }

    /** Returns the tree that the text describes. */
    public static BehaviorTree read(String text) throws TreeFormatException {
        Document document = Json.read(text, Document.class);
        if (!document.format.equals(FORMAT)) {
            throw new TreeFormatException("no tree: the format is '" + document.format + "', not " + FORMAT);
        }
        TreeAssembler assembler = new TreeAssembler();
        for (NodeJson node : document.nodes) {
            assembler.add(node.node(), node.parent());
        }
        return assembler.tree(document.activity.toActivity());
    }

    private static void add(TreeNode node, String parent, List<String> lines) {
        lines.add(Json.line(NodeJson.of(node, parent)));
        node.children().forEach(child -> add(child, node.id(), lines));
    }

    private record Document(String format, ActivityJson activity, List<NodeJson> nodes) {}
}
