/**
 * What the front ends of all languages share: reading files within bounds, and reporting what could not be read.
 * Never resolves a name.
 */
@NullMarked
package org.btdetect.frontend;

import org.jspecify.annotations.NullMarked;
