package org.btdetect.paper;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.btdetect.tree.Layer;

/**
 * The paper's answer to its question.
 *
 * @param start the layer where an unauthorised action started; empty if the action is authorised
 * @param unexplained the records of that layer that nothing above explains
 */
public record PaperAnswer(Optional<Layer> start, List<String> unexplained) {
    private static final Map<Layer, String> NAMES = Map.of(Layer.COMPUTE, "manager");

    static PaperAnswer authorised() {
        return new PaperAnswer(Optional.empty(), List.of());
    }

    static PaperAnswer unauthorised(Layer layer, List<String> unexplained) {
        return new PaperAnswer(Optional.of(layer), List.copyOf(unexplained));
    }

    /** Returns the one or two lines that the paper's figure 12 shows. */
    public List<String> lines() {
        return start.map(layer -> List.of(
                        "This access is unauthorized!", "The action starting point is " + name(layer) + " level!"))
                .orElse(List.of("This access is authorized!"));
    }

    private static String name(Layer layer) {
        return NAMES.getOrDefault(layer, layer.id().toLowerCase(Locale.ROOT));
    }
}
