package org.btdetect.tree.io;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private Ids() {}

    static Layer layer(String text) throws TreeFormatException {
        return find("layer", Layer.values(), Layer::id, text);
    }

    static NodeKind nodeKind(String text) throws TreeFormatException {
        return find("kind", NodeKind.values(), NodeKind::id, text);
    }

    static Operator operator(String text) throws TreeFormatException {
        return find("operator", Operator.values(), Operator::id, text);
    }

    static EdgeKind edgeKind(String text) throws TreeFormatException {
        return find("edge kind", EdgeKind.values(), EdgeKind::id, text);
    }

    static Certainty certainty(String text) throws TreeFormatException {
        return find("certainty", Certainty.values(), Certainty::id, text);
    }

    static Mark mark(String text) throws TreeFormatException {
        return find("mark", Mark.values(), Mark::id, text);
    }

    static RootKind rootKind(String text) throws TreeFormatException {
        return find("activity", RootKind.values(), RootKind::id, text);
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
        if (!text.matches("[0-9]{1,9}")) {
            throw new TreeFormatException("no line number: " + text);
        }
        return Integer.parseInt(text);
    }

    private static <E> E find(String what, E[] values, Function<E, String> id, String text) throws TreeFormatException {
        for (E value : values) {
            if (id.apply(value).equals(text)) {
                return value;
            }
        }
        String known = Arrays.stream(values).map(id).collect(Collectors.joining(", "));
        throw new TreeFormatException("unknown " + what + " '" + text + "', known are " + known);
    }
}
