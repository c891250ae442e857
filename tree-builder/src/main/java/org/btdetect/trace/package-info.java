/**
 * Where sources leave records: the log statements of Python and C with the templates of what they write, and which of them
 * the trees' activities reach. It resolves and interprets nothing: which code is reached, it is told.
 */
@NullMarked
package org.btdetect.trace;

import org.jspecify.annotations.NullMarked;
