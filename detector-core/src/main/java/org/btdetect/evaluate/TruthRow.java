package org.btdetect.evaluate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.btdetect.tree.Layer;

/**
 * An operation as it was really done.
 *
 * @param id what the truth calls it
 * @param from when it began, in microseconds since 1970
 * @param to when it ended
 * @param action what was done
 * @param level the level at which it was done, in the truth's words
 * @param isAuthorised whether its doer was entitled to it
 * @param instance the instance's UUID, empty if none
 * @param domain the instance's name in the daemon, empty if none
 * @param request the request's identifier, empty if none
 * @param isDone whether it had its effect; others may have left no record
 */
public record TruthRow(
        String id,
        long from,
        long to,
        String action,
        String level,
        boolean isAuthorised,
        String instance,
        String domain,
        String request,
        boolean isDone) {
    private static final Map<String, Layer> LAYERS = Map.of("rpc", Layer.COMPUTE, "manager", Layer.COMPUTE);

    /** Returns the layer of the level; empty for one that has no layer, such as a database. */
    public Optional<Layer> layer() {
        String name = level.toLowerCase(Locale.ROOT);
        if (LAYERS.containsKey(name)) {
            return Optional.of(LAYERS.get(name));
        }
        for (Layer layer : Layer.values()) {
            if (layer.id().equals(name)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }
}
