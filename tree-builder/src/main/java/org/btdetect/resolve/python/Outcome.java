package org.btdetect.resolve.python;

import org.btdetect.summary.Behavior;

/**
 * What a call gives and does.
 *
 * @param completes false if the call always raises
 * @param raised the exceptions that it raises where it does not complete; of several callees, those of the ones that never do
 */
public record Outcome(Value value, Behavior behavior, boolean completes, Value raised) {

    public static Outcome of(Value value) {
        return new Outcome(value, Behavior.NOTHING, true, Value.NOTHING);
    }

    public static Outcome of(Value value, Behavior behavior) {
        return new Outcome(value, behavior, true, Value.NOTHING);
    }

    public Outcome value(Value other) {
        return new Outcome(other, behavior, completes, raised);
    }

    public Outcome behavior(Behavior other) {
        return new Outcome(value, other, completes, raised);
    }
}
