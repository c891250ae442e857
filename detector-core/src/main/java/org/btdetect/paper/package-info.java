/**
 * The question that the original paper asks of its logs: was this action, in this minute, authorised? Answered from the
 * log lines of the paper's figures alone, by action words and times; it never sees a tree, and the detector proper never
 * depends on it.
 */
@NullMarked
package org.btdetect.paper;

import org.jspecify.annotations.NullMarked;
