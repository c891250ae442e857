/**
 * What one activation of a function may do, as terms over control operators: the one currency between the abstract
 * interpreters, the associations that carry a call into the next layer, and the growth of trees.
 *
 * <p>It never interprets anything and knows no language, no file and no output format.
 */
@NullMarked
package org.btdetect.summary;

import org.jspecify.annotations.NullMarked;
