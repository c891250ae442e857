/**
 * What programs in Java ask of the stack: requests of REST clients, and functions that a language binding calls. One class for each
 * idiom: annotated interfaces, services that build their addresses, a native library's interface.
 */
@NullMarked
package org.btdetect.associate.java;

import org.jspecify.annotations.NullMarked;
