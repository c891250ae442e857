/**
 * A library as one HTML page that works without a network: what it holds, packed, beside the program that draws it. Reads no files
 * but the page's own parts; every text of a library reaches the page as data and never as markup.
 */
@NullMarked
package org.btdetect.report;

import org.jspecify.annotations.NullMarked;
