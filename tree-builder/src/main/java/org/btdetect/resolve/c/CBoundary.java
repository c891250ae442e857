package org.btdetect.resolve.c;

import org.btdetect.summary.Behavior;

/** A family of functions whose call is an operation of its own; the interpreter does not enter them. */
public interface CBoundary {

    /** Whether calls of a function of this name belong to the family. */
    boolean handles(String function);

    /** Whether what a function of the family returns is looked at by another one of it. */
    default boolean constructs(String function) {
        return false;
    }

    /** What a call does and yields. */
    Crossing cross(CCall call);

    /** The effect of a call and its value. */
    record Crossing(Behavior behavior, CValue value) {

        public static final Crossing NOTHING = new Crossing(Behavior.NOTHING, CValue.UNKNOWN);

        public static Crossing of(Behavior behavior) {
            return new Crossing(behavior, CValue.UNKNOWN);
        }
    }
}
