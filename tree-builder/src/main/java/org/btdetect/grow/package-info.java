/**
 * Grows the behaviour tree of an action from its entry point downwards. Never drops a call silently, and never
 * treats an action by its name.
 */
@NullMarked
package org.btdetect.grow;

import org.jspecify.annotations.NullMarked;
