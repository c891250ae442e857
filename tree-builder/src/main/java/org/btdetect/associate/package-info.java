/**
 * The crossings between layers, one class for each kind, each found from the sources. Never holds a table of a
 * release's functions.
 */
@NullMarked
package org.btdetect.associate;

import org.jspecify.annotations.NullMarked;
