package org.btdetect.tree;

/**
 * An intermediate function between two nodes of the layered view, with the edge into it.
 *
 * @param name the function's qualified name
 * @param place the function's definition
 * @param kind how the function was found from the hop before it
 * @param evidence the call site in the hop before it
 */
public record Hop(String name, Place place, EdgeKind kind, Place evidence) {}
