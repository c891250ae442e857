/**
 * Normalised log records. Never interprets what an event means for an action.
 */
@NullMarked
package org.btdetect.event;

import org.jspecify.annotations.NullMarked;
