/**
 * Who starts an action: the commands and methods of client programs, the requests that they send, and the words that are used for an
 * action. Values only: the package reads no sources and knows no file format.
 */
@NullMarked
package org.btdetect.tree.client;

import org.jspecify.annotations.NullMarked;
