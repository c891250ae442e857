package org.btdetect.tree.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.RootKind;

/** Reads the texts that stand for enumerated values and places in files. */
final class Ids {
    private static final Texts<Layer> LAYERS = Texts.of("layer", Layer.values(), Layer::id);
    private static final Texts<NodeKind> NODE_KINDS = Texts.of("kind", NodeKind.values(), NodeKind::id);
    private static final Texts<Operator> OPERATORS = Texts.of("operator", Operator.values(), Operator::id);
    private static final Texts<EdgeKind> EDGE_KINDS = Texts.of("edge kind", EdgeKind.values(), EdgeKind::id);
    private static final Texts<Certainty> CERTAINTIES = Texts.of("certainty", Certainty.values(), Certainty::id);
    private static final Texts<Mark> MARKS = Texts.of("mark", Mark.values(), Mark::id);
    private static final Texts<RootKind> ACTIVITIES = Texts.of("activity", RootKind.values(), RootKind::id);

    private Ids() {}

    static Layer layer(String text) throws TreeFormatException {
        return LAYERS.find(text);
    }

    static NodeKind nodeKind(String text) throws TreeFormatException {
        return NODE_KINDS.find(text);
    }

    static Operator operator(String text) throws TreeFormatException {
        return OPERATORS.find(text);
    }

    static EdgeKind edgeKind(String text) throws TreeFormatException {
        return EDGE_KINDS.find(text);
    }

    static Certainty certainty(String text) throws TreeFormatException {
        return CERTAINTIES.find(text);
    }

    static Mark mark(String text) throws TreeFormatException {
        return MARKS.find(text);
    }

    static RootKind rootKind(String text) throws TreeFormatException {
        return ACTIVITIES.find(text);
    }

    /** Reads {@code component:file:line}; the file may contain colons, the component may not. */
    static Place place(String text) throws TreeFormatException {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (text.isEmpty()) {
            return Place.NONE;
        }
        if (first == last) {
            throw new TreeFormatException("no place: " + text);
        }
        return place(text.substring(0, first), text.substring(first + 1, last), text.substring(last + 1));
    }

    static Place place(String component, String file, String line) throws TreeFormatException {
        return file.isEmpty() ? Place.NONE : new Place(component, file, line(line));
    }

    private static int line(String text) throws TreeFormatException {
        boolean digits = text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!digits || text.isEmpty() || text.length() > 9) {
            throw new TreeFormatException("no line number: " + text);
        }
        return Integer.parseInt(text);
    }

    /** The values of an enumeration by the texts that stand for them. */
    private record Texts<E>(String what, Map<String, E> values) {
        static <E> Texts<E> of(String what, E[] values, Function<E, String> id) {
            Map<String, E> texts = new LinkedHashMap<>();
            for (E value : values) {
                texts.put(id.apply(value), value);
            }
            return new Texts<>(what, Collections.unmodifiableMap(texts));
        }

        E find(String text) throws TreeFormatException {
            E value = values.get(text);
            if (value == null) {
                throw new TreeFormatException(
                        "unknown " + what + " '" + text + "', known are " + String.join(", ", values.keySet()));
            }
            return value;
        }
    }
}
