/**
 * The keyword library: the trace points of a release (places whose execution leaves a record), the templates of what they
 * write, and the tree nodes that they are evidence of; and the index that recognises a record. It derives nothing from
 * sources, reads no log file and decides nothing about what a record means.
 */
@NullMarked
package org.btdetect.keyword;

import org.jspecify.annotations.NullMarked;
