package org.btdetect.grow;

import java.util.Optional;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Layer;

/** The entry into an activity's first layer. */
final class Entries {

    private Entries() {}

    /** The handler's invocation, or each of them where versions of the request choose, enters the layer. */
    static Behavior enter(Behavior behavior, Layer layer) {
        if (behavior instanceof Behavior.Invocation call) {
            return new Behavior.Invocation(call.link(), call.target(), Optional.of(layer));
        }
        if (behavior instanceof Behavior.Sequence sequence) {
            return new Behavior.Sequence(
                    sequence.parts().stream().map(part -> enter(part, layer)).toList());
        }
        if (behavior instanceof Behavior.Choice choice) {
            return new Behavior.Choice(choice.branches().stream()
                    .map(branch -> new Behavior.Branch(branch.guard(), enter(branch.body(), layer)))
                    .toList());
        }
        return behavior;
    }
}
