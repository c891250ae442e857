package org.btdetect.tree.diff;

/**
 * Both sides of a comparison.
 *
 * @param before of the older library
 * @param after of the newer library
 */
record Versions<T>(T before, T after) {}
