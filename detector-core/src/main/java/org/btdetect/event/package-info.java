/**
 * Normalised log records and streams of them. Never reads a log and never interprets what an event means for an action.
 */
@NullMarked
package org.btdetect.event;

import org.jspecify.annotations.NullMarked;
