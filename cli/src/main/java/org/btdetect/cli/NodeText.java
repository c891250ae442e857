package org.btdetect.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/**
 * The text of a node in a drawing.
 *
 * @param name what the node is
 * @param notes under what condition and in what way it occurs
 * @param right where it is defined
 */
record NodeText(String name, String notes, String right) {
    static NodeText of(TreeNode node) {
        List<String> notes = new ArrayList<>();
        String guard = oneLine(node.edge().guard());
        if (!guard.isEmpty()) {
            notes.add("[" + guard + "]");
        }
        node.marks().stream().map(Mark::id).forEach(notes::add);
        if (node.edge().certainty() == Certainty.AMBIGUOUS) {
            notes.add("ambiguous");
        }
        if (node.subject() instanceof Subject.Unresolved call) {
            notes.add("unresolved: " + call.reason());
        }
        return new NodeText(
                name(node), String.join(" ", notes), shown(node.subject().place()));
    }

    static NodeText ofRoot(BehaviorTree tree) {
        Activity activity = tree.activity();
        List<String> notes = new ArrayList<>();
        notes.add(
                activity.route().exists()
                        ? activity.route().toString()
                        : "(" + activity.kind().id() + ")");
        if (!activity.aliases().isEmpty()) {
            notes.add("(" + String.join(", ", activity.aliases()) + ")");
        }
        return new NodeText(
                activity.name().toString(),
                String.join(" ", notes),
                shown(tree.root().subject().place()));
    }

    /** A place without the component, which the layer tells. */
    static String shown(Place place) {
        return place.isKnown() ? place.file() + ":" + place.line() : "";
    }

    /** Text from sources as one line without control characters, which could steer a terminal. */
    static String oneLine(String text) {
        return text.codePoints()
                .map(point ->
                        Character.isISOControl(point) || Character.getType(point) == Character.FORMAT ? ' ' : point)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .replaceAll(" +", " ")
                .strip();
    }

    int length() {
        return name.length() + (notes.isEmpty() ? 0 : notes.length() + 2);
    }

    /** The text without what is beyond a length. */
    NodeText cut(int length) {
        if (length() <= length) {
            return this;
        }
        int rest = length - name.length() - 2;
        return rest > 1
                ? new NodeText(name, shortened(notes, rest), right)
                : new NodeText(shortened(name, length), "", right);
    }

    String coloured(TreeNode node, Colours colours) {
        String styled = node.kind() == NodeKind.OPERATOR ? colours.strong(name) : colours.layer(node.layer(), name);
        return notes.isEmpty() ? styled : styled + "  " + colours.faint(notes);
    }

    private static String name(TreeNode node) {
        String label = oneLine(node.label());
        if (node.subject() instanceof Subject.Control control) {
            return symbol(control.operator()) + " " + label;
        }
        if (node.subject() instanceof Subject.Reference reference) {
            return "↑ " + label + " (" + reference.target() + ")";
        }
        return switch (node.kind()) {
            case BOUNDARY -> "• " + label;
            case UNRESOLVED -> "? " + label;
            default -> label;
        };
    }

    private static String symbol(Operator operator) {
        return switch (operator) {
            case SEQUENCE -> "→";
            case CHOICE -> "◇";
            case OPTIONAL -> "○";
            case LOOP -> "↻";
            case PARALLEL -> "∥";
        };
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - 1)) + "…";
    }
}
