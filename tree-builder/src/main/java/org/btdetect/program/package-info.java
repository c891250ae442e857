/**
 * The language-neutral program model: modules, classes, functions, statements and expressions as immutable
 * values. Never knows which front end made it.
 */
@NullMarked
package org.btdetect.program;

import org.jspecify.annotations.NullMarked;
