package org.btdetect.grow;

import java.util.List;
import org.btdetect.summary.Behavior;

/** Walking behaviour terms. */
final class Terms {

    private Terms() {}

    /** The terms directly inside a term; what an invocation leads to is not one. */
    static List<Behavior> parts(Behavior behavior) {
        if (behavior instanceof Behavior.Sequence sequence) {
            return sequence.parts();
        }
        if (behavior instanceof Behavior.Choice choice) {
            return choice.branches().stream().map(Behavior.Branch::body).toList();
        }
        if (behavior instanceof Behavior.Loop loop) {
            return List.of(loop.body());
        }
        if (behavior instanceof Behavior.Failure failure) {
            return List.of(failure.body());
        }
        if (behavior instanceof Behavior.Detached detached) {
            return List.of(detached.body());
        }
        return behavior instanceof Behavior.Enclosure enclosure ? List.of(enclosure.body()) : List.of();
    }
}
