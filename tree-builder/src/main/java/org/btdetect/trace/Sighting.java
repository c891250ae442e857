package org.btdetect.trace;

import org.btdetect.keyword.Occurrence;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * A statement that leaves a record, as evidence of a node of a tree.
 *
 * @param at where the statement stands
 * @param node the node's id
 * @param layer the node's layer
 */
public record Sighting(Place at, String node, Layer layer, Occurrence occurrence) {}
