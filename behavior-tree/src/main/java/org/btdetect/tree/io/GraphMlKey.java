package org.btdetect.tree.io;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;

/** The keys of our GraphML files, in the order in which they are written. A value that is empty or false is left out. */
enum GraphMlKey {
    KIND(
            AttributeCategory.NODE,
            AttributeType.STRING,
            "what the node stands for: `action`, `entry`, `call`, `boundary`, `operator`, `unresolved` or `reference`"),
    LAYER(AttributeCategory.NODE, AttributeType.STRING, "the layer in which the node runs"),
    NAME(
            AttributeCategory.NODE,
            AttributeType.STRING,
            "the qualified name; the operator of an operator; the text of an unresolved call"),
    ARGUMENTS(AttributeCategory.NODE, AttributeType.STRING, "the shape of a boundary operation's arguments"),
    REASON(AttributeCategory.NODE, AttributeType.STRING, "why a call is unresolved"),
    REFERENCE(AttributeCategory.NODE, AttributeType.STRING, "the id of the node that a reference stands for"),
    COMPONENT(AttributeCategory.NODE, AttributeType.STRING, "the component that defines the node"),
    FILE(AttributeCategory.NODE, AttributeType.STRING, "the defining file, relative to the component's root"),
    LINE(AttributeCategory.NODE, AttributeType.INT, "the defining line"),
    ERROR(AttributeCategory.NODE, AttributeType.BOOLEAN, "occurs on an exception path only"),
    ASYNC(AttributeCategory.NODE, AttributeType.BOOLEAN, "runs asynchronously to what follows"),
    AUX(AttributeCategory.NODE, AttributeType.BOOLEAN, "reads state and changes nothing"),
    ACTION(AttributeCategory.NODE, AttributeType.STRING, "on the root: the action's key"),
    VARIANT(
            AttributeCategory.NODE,
            AttributeType.STRING,
            "on the root: the arguments that choose this variant, as a JSON object"),
    ACTIVITY(
            AttributeCategory.NODE,
            AttributeType.STRING,
            "on the root: what starts it: `request`, `periodic`, `startup` or `event`"),
    METHOD(AttributeCategory.NODE, AttributeType.STRING, "on the root: the HTTP method of the route"),
    PATH(AttributeCategory.NODE, AttributeType.STRING, "on the root: the path of the route"),
    ALIASES(AttributeCategory.NODE, AttributeType.STRING, "on the root: other names of the action, as a JSON array"),
    ORDER(AttributeCategory.EDGE, AttributeType.INT, "the child's position below its parent, from 0"),
    CERTAINTY(AttributeCategory.EDGE, AttributeType.STRING, "`exact`, or `ambiguous` where other callees are possible"),
    GUARD(
            AttributeCategory.EDGE,
            AttributeType.STRING,
            "the condition under which the way is taken, as written in the sources"),
    EVIDENCE(AttributeCategory.EDGE, AttributeType.STRING, "the call site of the last step, as `component:file:line`"),
    VIA(
            AttributeCategory.EDGE,
            AttributeType.STRING,
            "the functions passed on the way, as a JSON array of `[name, place, edge kind, call site]`");

    private static final Map<String, GraphMlKey> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(GraphMlKey::id, Function.identity()));

    private final String id;
    private final AttributeCategory element;
    private final AttributeType type;
    private final String meaning;

    GraphMlKey(AttributeCategory element, AttributeType type, String meaning) {
        this.id = name().toLowerCase(Locale.ROOT);
        this.element = element;
        this.type = type;
        this.meaning = meaning;
    }

    /** The attribute's name in the file. */
    String id() {
        return id;
    }

    /** The key of an attribute, unless the attribute is not ours. */
    static Optional<GraphMlKey> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    AttributeCategory element() {
        return element;
    }

    AttributeType type() {
        return type;
    }

    String meaning() {
        return meaning;
    }
}
