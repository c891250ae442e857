/**
 * What stands above the REST interface: the shells and libraries that users start operations with, read from their sources.
 * Which request a command or a method sends is found by interpreting it, with its address and the keys of its body.
 *
 * <p>A class here may name an idiom of a client framework (shell functions, plug-in entry points, HTTP verbs of a session); it
 * never names a command or an operation.
 */
@NullMarked
package org.btdetect.associate.client;

import org.jspecify.annotations.NullMarked;
