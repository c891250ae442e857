/**
 * Which actions of a library the records of a layer tell apart, and which look alike. It compares sets of records: order
 * and number of records are not looked at, so what it calls alike may yet differ in them.
 */
@NullMarked
package org.btdetect.keyword.overlap;

import org.jspecify.annotations.NullMarked;
