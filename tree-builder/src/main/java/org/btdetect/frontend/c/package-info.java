/**
 * Lowers C files, not preprocessed, to the program model. Never resolves a name, and never looks beyond one file.
 */
@NullMarked
package org.btdetect.frontend.c;

import org.jspecify.annotations.NullMarked;
