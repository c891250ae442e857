package org.btdetect.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from a node's parent to the node.
 *
 * <p>The way passes the hops of {@code via} in order, from the parent down. {@code kind} and {@code evidence} belong to the
 * last step, from the last hop (or from the parent, where there is none) to the node.
 *
 * @param kind the ground on which the last step was found
 * @param evidence the call site of the last step
 * @param certainty whether every step of the way has one candidate only
 * @param guard the condition under which the way is taken, as written in the sources, empty when unconditional
 * @param via the functions passed on the way
 */
public record Edge(EdgeKind kind, Place evidence, Certainty certainty, String guard, List<Hop> via) {
    /** The edge of a root. */
    public static final Edge ROOT = of(EdgeKind.ROOT, Place.NONE);

    /** Copies the hops. */
    public Edge {
        via = List.copyOf(via);
    }

    /** Returns an exact, unconditional edge of one step. */
    public static Edge of(EdgeKind kind, Place evidence) {
        return new Edge(kind, evidence, Certainty.EXACT, "", List.of());
    }

    /** Returns this edge with another certainty. */
    public Edge withCertainty(Certainty other) {
        return new Edge(kind, evidence, other, guard, via);
    }

    /** Returns this edge with another guard. */
    public Edge withGuard(String other) {
        return new Edge(kind, evidence, certainty, other, via);
    }

    /** Returns this edge with other hops. */
    public Edge withVia(List<Hop> other) {
        return new Edge(kind, evidence, certainty, guard, other);
    }

    /** Returns this edge as it is below an operator that has been dissolved and that {@code outer} led to. */
    public Edge below(Edge outer) {
        return behind(outer, outer.via);
    }

    /** Returns this edge as it is below a function that has been skipped and that {@code outer} led to. */
    public Edge below(Edge outer, String name, Place place) {
        Hop skipped = new Hop(name, place, outer.kind, outer.evidence);
        return behind(outer, concatenated(outer.via, List.of(skipped)));
    }

    private Edge behind(Edge outer, List<Hop> prefix) {
        List<Hop> way = concatenated(prefix, via);
        return new Edge(kind, evidence, outer.certainty.and(certainty), Guards.and(outer.guard, guard), way);
    }

    private static List<Hop> concatenated(List<Hop> first, List<Hop> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<Hop> all = new ArrayList<>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
