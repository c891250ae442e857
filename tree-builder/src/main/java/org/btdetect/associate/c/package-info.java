/**
 * Crossings out of C code, one class for each kind: monitor commands and their handlers, agent commands, executed programs,
 * signals, files, and the driver that a connection uses. Each is found from the sources by an idiom that its class names.
 *
 * <p>It never interprets code and never names an operation, a command or a release.
 */
@NullMarked
package org.btdetect.associate.c;

import org.jspecify.annotations.NullMarked;
