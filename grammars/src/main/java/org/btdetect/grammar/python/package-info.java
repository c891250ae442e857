/**
 * The ANTLR grammar of Python 2.7 and 3.x and the helpers of its lexer. Reads text into parse trees; never builds
 * program elements, and knows nothing of OpenStack.
 */
@NullMarked
package org.btdetect.grammar.python;

import org.jspecify.annotations.NullMarked;
