/**
 * Verdicts against the truth: which insider operations were found, at which level, what was raised without reason, with
 * confidence intervals; and simpler algorithms to compare with. Never takes part in detection.
 */
@NullMarked
package org.btdetect.evaluate;

import org.jspecify.annotations.NullMarked;
