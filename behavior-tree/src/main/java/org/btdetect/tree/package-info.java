/**
 * The behaviour tree: actions, layers, operators, crossings and trace points, as immutable values that the tree
 * builder makes and the detector reads. Never reads sources or logs, and knows no file format.
 */
@NullMarked
package org.btdetect.tree;

import org.jspecify.annotations.NullMarked;
