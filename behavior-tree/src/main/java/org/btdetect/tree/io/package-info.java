/**
 * Tree libraries on disk and the formats that trees are exported to. Never decides what a tree contains, and
 * writes nothing that depends on the machine, the time or a folder's name.
 */
@NullMarked
package org.btdetect.tree.io;

import org.jspecify.annotations.NullMarked;
