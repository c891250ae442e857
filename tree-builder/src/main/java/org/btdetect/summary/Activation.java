package org.btdetect.summary;

import org.btdetect.tree.Place;

/**
 * A function together with the abstract arguments that decide what it does; the unit that summaries are shared by.
 * Two calls that cannot behave differently have the same activation object, so identity is equality.
 *
 * <p>An activation is created when a call to it is met and completed once its body has been interpreted; activations
 * refer to each other through {@link Behavior.Invocation} and may be cyclic (recursion).
 */
public final class Activation {

    private final String function;
    private final Place definition;
    private final String context;
    private volatile Behavior behavior = Behavior.NOTHING;
    private volatile boolean onlyReads;

    /**
     * @param function the qualified name as in the source, {@code ComputeManager.stop_instance} or {@code qemuDomainShutdown}
     * @param definition where the function is defined
     * @param context the deciding arguments for a reader, {@code do_cast=True}; empty where none decides
     */
    public Activation(String function, Place definition, String context) {
        this.function = function;
        this.definition = definition;
        this.context = context;
    }

    public String function() {
        return function;
    }

    public Place definition() {
        return definition;
    }

    public String context() {
        return context;
    }

    /** What the activation may do; {@link Behavior#NOTHING} until it is complete. */
    public Behavior behavior() {
        return behavior;
    }

    public void complete(Behavior result) {
        behavior = result;
    }

    /** Whether the function is declared to change nothing. */
    public boolean onlyReads() {
        return onlyReads;
    }

    /** Notes that the function is declared to change nothing. */
    public void declareReading() {
        onlyReads = true;
    }

    @Override
    public String toString() {
        return context.isEmpty() ? function : function + "(" + context + ")";
    }
}
