package org.btdetect.trace;

import org.btdetect.keyword.Occurrence;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * A statement that leaves a record, as evidence of a node of a tree.
 *
 * @param at where the statement stands
 * @param text the record's kind and name, {@code instance-action:stop}, if the statement alone does not tell; else empty
 * @param node the node's id
 * @param layer the node's layer
 */
public record Sighting(Place at, String text, String node, Layer layer, Occurrence occurrence) {}
