/**
 * Bytes of a log to records: lines and those that continue them, through one bounded buffer, and the small parsers of what
 * stands in them. Knows no format.
 */
@NullMarked
package org.btdetect.collect.record;

import org.jspecify.annotations.NullMarked;
