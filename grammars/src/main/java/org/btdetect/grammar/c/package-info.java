/**
 * The ANTLR grammar of C as it stands in a source tree, not preprocessed, and the helpers of its lexer. Reads
 * text into parse trees; never expands a macro, and knows nothing of libvirt or QEMU.
 */
@NullMarked
package org.btdetect.grammar.c;

import org.jspecify.annotations.NullMarked;
