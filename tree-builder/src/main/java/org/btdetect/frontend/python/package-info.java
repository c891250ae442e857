/**
 * Lowers Python 2.7 and 3.x files to the program model. Never resolves a name, and never looks beyond one file.
 */
@NullMarked
package org.btdetect.frontend.python;

import org.jspecify.annotations.NullMarked;
