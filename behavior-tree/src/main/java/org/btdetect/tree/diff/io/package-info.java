/**
 * The difference of two libraries as text, Markdown, JSON, SARIF and annotations, and the file of accepted changes. Never
 * compares anything itself.
 */
@NullMarked
package org.btdetect.tree.diff.io;

import org.jspecify.annotations.NullMarked;
