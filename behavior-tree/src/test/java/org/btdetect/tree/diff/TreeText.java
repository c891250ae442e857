package org.btdetect.tree.diff;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.Counts;
import org.btdetect.tree.Edge;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.Numbering;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.TreeNode;

/**
 * Libraries written as text, one node a line, children indented by two blanks: kind, layer and name (for an operator no name), then
 * in any order {@code @file:line} for the definition, {@code <file:line} for the call site, {@code =kind} for the edge,
 * {@code (arguments)}, {@code !mark}, {@code >function@file:line<file:line} for a step on the way, and {@code if condition} last.
 */
final class TreeText {
    private final List<String> lines;
    private int next;

    private TreeText(List<String> lines) {
        this.lines = lines;
    }

    static TreeLibrary library(String name, String text) {
        TreeText reader =
                new TreeText(text.lines().filter(line -> !line.isBlank()).toList());
        List<BehaviorTree> trees = new ArrayList<>();
        while (reader.next < reader.lines.size()) {
            trees.add(reader.action());
        }
        return TreeLibrary.of(
                new Provenance(name, List.of(), "0.1.0", "", new Counts(1, 0, 1, new TreeMap<>())), trees);
    }

    private BehaviorTree action() {
        String[] words = lines.get(next++).split(" ");
        Route route = words.length > 2 ? new Route(words[1], words[2]) : Route.NONE;
        Activity activity = new Activity(ActionName.of(words[0]), RootKind.REQUEST, route, List.of());
        TreeNode root = TreeNode.of(new Subject.Action(words[0], place("routes.py:1")), Layer.USER);
        return new BehaviorTree(activity, Numbering.number(root.withChildren(children(1))));
    }

    private List<TreeNode> children(int depth) {
        List<TreeNode> children = new ArrayList<>();
        while (next < lines.size() && indent(lines.get(next)) == depth) {
            String line = lines.get(next++);
            children.add(node(line.strip(), children(depth + 1)));
        }
        return children;
    }

    private static int indent(String line) {
        return (line.length() - line.stripLeading().length()) / 2;
    }

    private static TreeNode node(String line, List<TreeNode> children) {
        int condition = line.indexOf(" if ");
        String guard = condition < 0 ? "" : line.substring(condition + 4);
        String[] words = (condition < 0 ? line : line.substring(0, condition)).split(" ");
        boolean operator = isOperator(words[0]);
        Place definition = Place.NONE;
        Place site = Place.NONE;
        EdgeKind kind = operator ? EdgeKind.CONTROL : EdgeKind.DIRECT;
        String arguments = "";
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        List<Hop> way = new ArrayList<>();
        for (int i = operator ? 2 : 3; i < words.length; i++) {
            String word = words[i].substring(1);
            switch (words[i].charAt(0)) {
                case '@' -> definition = place(word);
                case '<' -> site = place(word);
                case '=' ->
                    kind = EdgeKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
                case '(' -> arguments = word.replace(")", "").replace('_', ' ');
                case '!' -> marks.add(Mark.valueOf(word.toUpperCase(Locale.ROOT)));
                case '>' -> way.add(hop(word));
                default -> throw new IllegalArgumentException(line);
            }
        }
        Layer layer = Layer.valueOf(words[1].toUpperCase(Locale.ROOT));
        Subject subject = operator
                ? new Subject.Control(Operator.valueOf(words[0].toUpperCase(Locale.ROOT)), definition)
                : subject(words[0], words[2], definition, arguments);
        String id = words[0].equals("call") ? words[2] : "";
        return new TreeNode(id, subject, layer, new Edge(kind, site, Certainty.EXACT, guard, way), marks, children);
    }

    private static Subject subject(String kind, String name, Place place, String arguments) {
        return switch (kind) {
            case "entry" -> new Subject.Entry(name, place);
            case "call" -> new Subject.Call(name, place);
            case "boundary" -> new Subject.Boundary(name, place, arguments);
            case "unresolved" -> new Subject.Unresolved(name, place, "a reason");
            case "reference" -> new Subject.Reference(name, place, name);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Hop hop(String word) {
        int definition = word.indexOf('@');
        int site = word.indexOf('<');
        Place at = place(word.substring(definition + 1, site));
        return new Hop(word.substring(0, definition), at, EdgeKind.SELF, place(word.substring(site + 1)));
    }

    private static boolean isOperator(String word) {
        for (Operator operator : Operator.values()) {
            if (operator.id().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static Place place(String text) {
        int colon = text.lastIndexOf(':');
        return new Place("nova", text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
