package org.btdetect.keyword;

import java.util.Comparator;

/**
 * A trace point as evidence of a node of an action's layered tree: the statement stands in the node's function, or in one
 * that is called below it before the next node is.
 *
 * @param tracePoint the trace point's id
 * @param node the node's id
 * @param occurrence how often, for each occurrence of the node
 */
public record Emission(String tracePoint, String node, Occurrence occurrence) implements Comparable<Emission> {
    private static final Comparator<Emission> ORDER = Comparator.comparingInt(
                    (Emission emission) -> emission.node().length())
            .thenComparing(Emission::node)
            .thenComparing(Emission::tracePoint)
            .thenComparing(Emission::occurrence);

    /** In the order of the nodes. */
    @Override
    public int compareTo(Emission other) {
        return ORDER.compare(this, other);
    }
}
