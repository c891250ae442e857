package org.btdetect.keyword.overlap;

import java.util.List;
import java.util.stream.Stream;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Level;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Layer;

/**
 * What the records of each layer tell of the actions of a library.
 *
 * @param threshold the lowest level that is logged
 * @param layers the layers that leave records, from the user's side down
 */
public record Overlaps(Level threshold, List<LayerOverlap> layers) {
    /** Copies the layers. */
    public Overlaps {
        layers = List.copyOf(layers);
    }

    /** Compares the actions of a library. Quadratic in the actions that differ. */
    public static Overlaps of(List<BehaviorTree> trees, KeywordLibrary library, Level threshold) {
        List<ActionRecords> actions = trees.stream()
                .sorted()
                .map(tree -> ActionRecords.of(tree, library, threshold))
                .toList();
        return new Overlaps(
                threshold,
                Stream.of(Layer.values())
                        .map(layer -> LayerOverlap.of(layer, actions))
                        .filter(overlap -> overlap.records() > 0)
                        .toList());
    }
}
