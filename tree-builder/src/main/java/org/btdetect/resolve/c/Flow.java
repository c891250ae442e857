package org.btdetect.resolve.c;

import org.btdetect.summary.Behavior;

/**
 * What a piece of code does and where it leads.
 *
 * @param after what is known behind it; dead where it never gets there
 * @param leaves how it may leave otherwise without reporting an error, as bits
 */
record Flow(Behavior behavior, Environment after, int leaves) {

    static final int BREAK = 1;
    static final int CONTINUE = 2;
    static final int GOTO = 4;
    static final int RETURN = 8;

    static Flow through(Behavior behavior, Environment after) {
        return new Flow(behavior, after, 0);
    }

    /** A statement that leaves; {@code how} is zero where it reports an error. */
    static Flow leaving(Behavior behavior, int how) {
        return new Flow(behavior, Environment.dead(), how);
    }

    boolean isDead() {
        return !after.isAlive();
    }

    /** Whether the code always leaves, and never without reporting an error. */
    boolean onlyFails() {
        return isDead() && leaves == 0;
    }

    Flow after(Behavior before) {
        return new Flow(Behavior.sequence(before, behavior), after, leaves);
    }

    Flow without(int consumed) {
        return new Flow(behavior, after, leaves & ~consumed);
    }
}
