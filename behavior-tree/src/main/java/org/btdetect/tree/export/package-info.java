/**
 * Trees for other programs: drawings, tables, graphs of one action or of a whole library, and process trees with logs to replay.
 * Written only, never read back; what is read back is in {@code tree.io}.
 */
@NullMarked
package org.btdetect.tree.export;

import org.jspecify.annotations.NullMarked;
