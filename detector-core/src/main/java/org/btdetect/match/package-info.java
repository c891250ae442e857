/**
 * Causal accounting: every effect consumes exactly one licence that an accepted cause issued. Behaviour trees are compiled
 * once into nets; events are judged in the order of their time, one pass, with a stated delay. Which calls an operation may
 * make comes from the trees; this package names no operation and reads no log.
 */
@NullMarked
package org.btdetect.match;

import org.jspecify.annotations.NullMarked;
