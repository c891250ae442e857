package org.btdetect.event;

import org.btdetect.tree.Layer;

/**
 * A log: the records of one service on one host.
 *
 * @param host the host that wrote it
 * @param service the service that wrote it, such as {@code nova-api}, {@code libvirtd}, {@code audit}
 * @param layer the layer whose log it is
 */
public record Source(String host, String service, Layer layer) {}
