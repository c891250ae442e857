/**
 * What joins the layers above libvirt, one class for each kind of crossing or library: REST routes, messages, the configured
 * driver, the binding, executed programs, files, the database, and the standard and OpenStack libraries that call what they are
 * given.
 *
 * <p>A class here may name a framework's idiom; it never names a function of one release or one operation.
 */
@NullMarked
package org.btdetect.associate.python;

import org.jspecify.annotations.NullMarked;
