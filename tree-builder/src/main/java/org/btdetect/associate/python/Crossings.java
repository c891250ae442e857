package org.btdetect.associate.python;

import java.util.Optional;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Layer;

/** Marks where a call enters another layer. */
final class Crossings {

    private Crossings() {}

    /** The same behaviour, its outermost invocations entering the layer. */
    static Behavior enter(Behavior behavior, Layer layer) {
        if (behavior instanceof Behavior.Invocation call) {
            return new Behavior.Invocation(call.link(), call.target(), Optional.of(layer));
        }
        if (behavior instanceof Behavior.Choice choice) {
            return new Behavior.Choice(choice.branches().stream()
                    .map(branch -> new Behavior.Branch(branch.guard(), enter(branch.body(), layer)))
                    .toList());
        }
        return behavior;
    }
}
