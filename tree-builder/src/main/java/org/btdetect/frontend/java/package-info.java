/**
 * Java files, parsed by JavaParser and lowered to what is asked of clients: types with their annotations, methods with the calls
 * that they make. Knows no library that the files use; a file that does not parse costs that file.
 */
@NullMarked
package org.btdetect.frontend.java;

import org.jspecify.annotations.NullMarked;
