/**
 * Records to events, one reader for each format. What a message says is told by the keyword library's templates; a reader
 * knows what its format puts around messages. Readers never fail on what they read: what is no record of theirs is counted.
 */
@NullMarked
package org.btdetect.collect.format;

import org.jspecify.annotations.NullMarked;
