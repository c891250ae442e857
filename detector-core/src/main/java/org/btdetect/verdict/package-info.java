/**
 * What the detector says: verdicts with their chains of evidence, and their renderings. Decides nothing.
 */
@NullMarked
package org.btdetect.verdict;

import org.jspecify.annotations.NullMarked;
