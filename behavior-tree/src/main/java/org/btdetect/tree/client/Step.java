package org.btdetect.tree.client;

import org.btdetect.tree.Place;

/**
 * A function on the way from a command to its request.
 *
 * @param name the function's qualified name
 * @param place where it is called
 */
public record Step(String name, Place place) {}
