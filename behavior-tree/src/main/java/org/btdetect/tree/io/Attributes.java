package org.btdetect.tree.io;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.tree.Activity;
import org.btdetect.tree.Edge;
import org.btdetect.tree.Mark;
import org.btdetect.tree.Place;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeNode;

/** Takes nodes and activities apart into the values of GraphML keys, and puts them together again. */
final class Attributes {
    private final Map<GraphMlKey, String> values = new EnumMap<>(GraphMlKey.class);

    static Attributes ofNode(TreeNode node) {
        SubjectParts parts = SubjectParts.of(node.subject());
        Attributes attributes = new Attributes();
        attributes.put(GraphMlKey.KIND, parts.kind().id());
        attributes.put(GraphMlKey.LAYER, node.layer().id());
        attributes.put(GraphMlKey.NAME, parts.name());
        attributes.put(GraphMlKey.ARGUMENTS, parts.arguments());
        attributes.put(GraphMlKey.REASON, parts.reason());
        attributes.put(GraphMlKey.REFERENCE, parts.target());
        attributes.put(parts.place());
        node.marks().forEach(mark -> attributes.put(key(mark), "true"));
        return attributes;
    }

    static Attributes ofEdge(TreeNode child, int order) {
        Edge edge = child.edge();
        Attributes attributes = new Attributes();
        attributes.put(GraphMlKey.ORDER, Integer.toString(order));
        attributes.put(GraphMlKey.CERTAINTY, edge.certainty().id());
        attributes.put(GraphMlKey.GUARD, edge.guard());
        attributes.put(GraphMlKey.EVIDENCE, edge.evidence().toString());
        attributes.put(GraphMlKey.VIA, edge.via().isEmpty() ? "" : Json.hops(edge.via()));
        return attributes;
    }

    /** Adds what only the root has. */
    Attributes with(Activity activity) {
        put(GraphMlKey.ACTION, activity.name().key());
        put(
                GraphMlKey.VARIANT,
                activity.name().variant().isEmpty()
                        ? ""
                        : Json.map(activity.name().variant()));
        put(GraphMlKey.ACTIVITY, activity.kind().id());
        put(GraphMlKey.METHOD, activity.route().method());
        put(GraphMlKey.PATH, activity.route().path());
        put(GraphMlKey.ALIASES, activity.aliases().isEmpty() ? "" : Json.list(activity.aliases()));
        return this;
    }

    Map<GraphMlKey, String> values() {
        return values;
    }

    String get(GraphMlKey key) {
        return values.getOrDefault(key, "");
    }

    void put(GraphMlKey key, String value) {
        if (!value.isEmpty()) {
            values.put(key, value);
        }
    }

    TreeNode node(String id, Edge edge, Places places) throws TreeFormatException {
        SubjectParts parts = new SubjectParts(
                Ids.nodeKind(get(GraphMlKey.KIND)),
                get(GraphMlKey.NAME),
                place(places),
                get(GraphMlKey.ARGUMENTS),
                get(GraphMlKey.REASON),
                get(GraphMlKey.REFERENCE));
        Subject subject = parts.subject();
        return new TreeNode(id, subject, Ids.layer(get(GraphMlKey.LAYER)), edge, marks(), List.of());
    }

    Edge edge(String kind, Places places) throws TreeFormatException {
        String via = get(GraphMlKey.VIA);
        return new Edge(
                Ids.edgeKind(kind),
                places.of(get(GraphMlKey.EVIDENCE)),
                Ids.certainty(get(GraphMlKey.CERTAINTY)),
                get(GraphMlKey.GUARD),
                via.isEmpty() ? List.of() : Json.hops(via, places));
    }

    Activity activity() throws TreeFormatException {
        String variant = get(GraphMlKey.VARIANT);
        String aliases = get(GraphMlKey.ALIASES);
        return new ActivityJson(
                        get(GraphMlKey.ACTION),
                        variant.isEmpty() ? Map.of() : Json.map(variant),
                        get(GraphMlKey.ACTIVITY),
                        get(GraphMlKey.METHOD),
                        get(GraphMlKey.PATH),
                        aliases.isEmpty() ? List.of() : Json.list(aliases))
                .toActivity();
    }

    private Place place(Places places) throws TreeFormatException {
        String file = get(GraphMlKey.FILE);
        String component = get(GraphMlKey.COMPONENT);
        return file.isEmpty() ? Place.NONE : places.of(component + ":" + file + ":" + get(GraphMlKey.LINE));
    }

    private void put(Place place) {
        if (place.isKnown()) {
            put(GraphMlKey.COMPONENT, place.component());
            put(GraphMlKey.FILE, place.file());
            put(GraphMlKey.LINE, Integer.toString(place.line()));
        }
    }

    private Set<Mark> marks() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Mark mark : Mark.values()) {
            if (get(key(mark)).equals("true")) {
                marks.add(mark);
            }
        }
        return marks;
    }

    private static GraphMlKey key(Mark mark) {
        return switch (mark) {
            case ERROR -> GraphMlKey.ERROR;
            case ASYNC -> GraphMlKey.ASYNC;
            case AUX -> GraphMlKey.AUX;
        };
    }
}
