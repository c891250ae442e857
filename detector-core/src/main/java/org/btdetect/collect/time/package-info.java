/**
 * Local times of logs to universal time: time zones, given or estimated, and the clocks of hosts. Knows no log format.
 */
@NullMarked
package org.btdetect.collect.time;

import org.jspecify.annotations.NullMarked;
