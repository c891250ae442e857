/** Events as JSON lines, both ways; the schema is docs/events.md. */
@NullMarked
package org.btdetect.event.io;

import org.jspecify.annotations.NullMarked;
