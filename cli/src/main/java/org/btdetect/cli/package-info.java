/**
 * The command btdetect: options, progress, exit codes and the printing of results. Never analyses anything itself.
 */
@NullMarked
package org.btdetect.cli;

import org.jspecify.annotations.NullMarked;
