/**
 * Which source sets exist, how they are obtained from the machine's package archive or from folders, and what
 * version they turned out to be. Never parses a source file, and never executes anything that it fetched.
 */
@NullMarked
package org.btdetect.source;

import org.jspecify.annotations.NullMarked;
