/**
 * The program model: modules, functions, statements and expressions of Python, C and Java as immutable records.
 *
 * <p>It never parses, resolves or prints a source text, and has no node for one language's spelling of a shared concept.
 */
@NullMarked
package org.btdetect.program;

import org.jspecify.annotations.NullMarked;
