package org.btdetect.keyword.io;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.btdetect.tree.io.TreeFormatException;

/** A trace point as files hold it. */
record TracePointJson(
        String id,
        String kind,
        String source,
        String level,
        String logger,
        String template,
        String function,
        String component,
        String file,
        int line,
        List<String> layers) {
    static TracePointJson of(TracePoint point) {
        return new TracePointJson(
                point.id(),
                point.kind().id(),
                point.source().id(),
                point.level().id(),
                point.logger(),
                point.template().text(),
                point.function(),
                point.place().component(),
                point.place().file(),
                point.place().line(),
                point.layers().stream().map(Layer::id).toList());
    }

    TracePoint toTracePoint() throws TreeFormatException {
        Template parsed =
                Template.parse(template).orElseThrow(() -> new TreeFormatException("no template: " + template));
        Set<Layer> found = EnumSet.noneOf(Layer.class);
        for (String layer : layers) {
            found.add(find("layer", Layer.values(), Layer::id, layer));
        }
        return new TracePoint(
                id,
                find("kind", TracePointKind.values(), TracePointKind::id, kind),
                new TracePoint.Channel(
                        find("source", LogSource.values(), LogSource::id, source),
                        find("level", Level.values(), Level::id, level),
                        logger),
                parsed,
                new TracePoint.Origin(new Place(component, file, line), function),
                found);
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
