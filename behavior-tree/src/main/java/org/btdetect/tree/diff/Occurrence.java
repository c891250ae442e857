package org.btdetect.tree.diff;

/**
 * How often and on which paths an operation occurs in a run of its function.
 *
 * @param optional whether it may not occur
 * @param repeated whether it may occur several times
 * @param async whether it runs beside what follows
 * @param error whether it occurs on exception paths only
 */
record Occurrence(boolean optional, boolean repeated, boolean async, boolean error) {
    static final Occurrence ONCE = new Occurrence(false, false, false, false);

    /** Returns how an operation occurs that occurs so within something that occurs like this. */
    Occurrence and(Occurrence inner) {
        return new Occurrence(
                optional || inner.optional, repeated || inner.repeated, async || inner.async, error || inner.error);
    }

    @Override
    public String toString() {
        String often = repeated ? "any number of times" : optional ? "at most once" : "once";
        return often + (async ? ", asynchronously" : "") + (error ? ", on an exception path" : "");
    }
}
