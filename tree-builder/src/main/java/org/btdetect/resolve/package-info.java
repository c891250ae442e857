/**
 * Abstract interpretation: which classes a value may be an instance of, which function a name holds, which
 * constant a parameter has. Never guesses: what cannot be resolved stays unresolved and is counted.
 */
@NullMarked
package org.btdetect.resolve;

import org.jspecify.annotations.NullMarked;
