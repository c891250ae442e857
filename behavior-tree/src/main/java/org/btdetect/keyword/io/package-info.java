/**
 * The keyword library as the file {@code keywords.json} of a tree library. Writes nothing that depends on the machine, the
 * time or a folder's name, and holds no more of the file in memory than a line of it besides the library.
 */
@NullMarked
package org.btdetect.keyword.io;

import org.jspecify.annotations.NullMarked;
