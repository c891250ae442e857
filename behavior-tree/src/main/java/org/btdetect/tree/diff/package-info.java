/**
 * What changed between two tree libraries, told once and in the words of the domain. Reads no files and knows no format; never
 * takes an action or a function for anything special.
 */
@NullMarked
package org.btdetect.tree.diff;

import org.jspecify.annotations.NullMarked;
