package org.btdetect.cli;

import java.util.Set;
import org.btdetect.tree.Layer;

/**
 * What of a tree is drawn, and on what.
 *
 * @param width the columns that a line should keep to
 * @param cut whether a longer line is cut, as on a terminal
 * @param depth the number of levels below the root
 * @param layers the layers to which the drawn branches lead
 */
record DrawingOptions(int width, boolean cut, int depth, Set<Layer> layers) {}
