package org.btdetect.tree.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Edge;
import org.btdetect.tree.TreeNode;

/** Reads a tree from the GraphML that {@link GraphMlWriter} writes; keys that are not ours are passed over. */
public final class GraphMlReader {
    private static final int MAX_DIGITS = 9;

    private final Map<String, GraphMlElement> elements;
    private final Places places = new Places();

    private GraphMlReader(Map<String, GraphMlElement> elements) {
        this.elements = elements;
    }

    /** Returns the tree that the text describes. */
    public static BehaviorTree read(String xml) throws TreeFormatException {
        return new GraphMlReader(GraphMlParser.read(xml)).tree();
    }

    private BehaviorTree tree() throws TreeFormatException {
        GraphMlElement root = elements.get("n0");
        if (root == null) {
            throw new TreeFormatException("no tree: there is no node n0");
        }
        TreeAssembler assembler = new TreeAssembler();
        for (GraphMlElement element : inOrder()) {
            try {
                assembler.add(node(element), element.parent());
            } catch (TreeFormatException failure) {
                throw new TreeFormatException(
                        "line " + element.line() + ": node " + element.id() + ": " + failure.getMessage(), failure);
            }
        }
        return assembler.tree(root.values().activity());
    }

    private List<GraphMlElement> inOrder() throws TreeFormatException {
        for (GraphMlElement element : elements.values()) {
            if (!isNumbered(element.id())) {
                throw new TreeFormatException("line " + element.line() + ": node " + element.id() + " is not numbered");
            }
        }
        List<GraphMlElement> ordered = new ArrayList<>(elements.values());
        ordered.sort(Comparator.comparingInt(
                element -> Integer.parseInt(element.id(), 1, element.id().length(), 10)));
        return ordered;
    }

    private TreeNode node(GraphMlElement element) throws TreeFormatException {
        Edge edge = element.parent().isEmpty() ? Edge.ROOT : element.way().edge(element.label(), places);
        return element.values().node(element.id(), edge, places);
    }

    private static boolean isNumbered(String id) {
        return id.length() > 1
                && id.length() <= MAX_DIGITS + 1
                && id.charAt(0) == 'n'
                && id.chars().skip(1).allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
