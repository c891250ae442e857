/**
 * Logs to a stream of events: finds out each log's format, reads all of them side by side in the order of time, and says of
 * each what it was about where other records tell. Judges nothing.
 */
@NullMarked
package org.btdetect.collect;

import org.jspecify.annotations.NullMarked;
