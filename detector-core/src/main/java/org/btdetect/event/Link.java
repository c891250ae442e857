package org.btdetect.event;

/**
 * The keys that tie a record to others; what the record does not tell is empty.
 *
 * @param request the request's identifier in this service: {@code req-...}
 * @param globalRequest the identifier that the calling service gave the request: {@code req-...}
 * @param client the connection to the virtualization daemon: its pointer and, as pointers are reused, the how many-eth
 *     connection it is that has it, as {@code 0x557cb05cc230#2}; {@code #0} began before the log
 * @param call the remote procedure call on that connection, as {@code program/procedure/serial}
 * @param thread the thread or process that wrote the record
 * @param message the identifier of a monitor command, {@code libvirt-12}, of a message or an audit record
 */
public record Link(String request, String globalRequest, String client, String call, String thread, String message) {
    /** Nothing ties the record to others. */
    public static final Link NONE = new Link("", "", "", "", "", "");
}
