package org.btdetect.resolve.python;

/**
 * An object that a distribution's metadata offers under a name, for others to load by the name of the group.
 *
 * @param module the dotted name of the module that holds it
 * @param attribute its name there, dotted if it is nested; empty for the module itself
 */
public record EntryPoint(String group, String name, String module, String attribute) {}
