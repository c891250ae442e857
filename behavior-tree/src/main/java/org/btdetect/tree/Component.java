package org.btdetect.tree;

/**
 * A component whose sources a library was derived from.
 *
 * @param name the component's name, as in the places of the nodes
 * @param version the version of its package, or as its own sources give it
 * @param hash the SHA-256 of its archive or, of a user's folder, of its content, in hexadecimal
 * @param origin the package and suite it was taken from and, where it stands in for another, why
 */
public record Component(String name, String version, String hash, String origin) {}
