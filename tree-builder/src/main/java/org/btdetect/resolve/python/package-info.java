/**
 * The abstract interpreter of Python: what a function may do and give when it is called with abstract arguments, demand-driven from
 * an entry point. {@link org.btdetect.resolve.python.Interpreter} describes the algorithm.
 *
 * <p>It never parses, knows no framework and no release (that is the business of {@link
 * org.btdetect.resolve.python.LibraryModel}s), and never runs what it reads.
 */
@NullMarked
package org.btdetect.resolve.python;

import org.jspecify.annotations.NullMarked;
