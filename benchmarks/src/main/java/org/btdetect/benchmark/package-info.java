/**
 * Measures how fast sources become trees. No part of the product, and no part of the default build.
 */
@NullMarked
package org.btdetect.benchmark;

import org.jspecify.annotations.NullMarked;
