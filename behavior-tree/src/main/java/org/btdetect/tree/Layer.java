package org.btdetect.tree;

import java.util.Locale;

/** A trust boundary with a log of its own, from the user's client down to the image files. */
public enum Layer {
    /** The client that asks for an action. */
    USER,
    /** The REST service, nova-api. */
    API,
    /** The service that orchestrates long operations, nova-conductor. */
    CONDUCTOR,
    /** The service that chooses hosts, nova-scheduler. */
    SCHEDULER,
    /** The compute manager and its virtualization driver, nova-compute. */
    COMPUTE,
    /** The virtualization daemon: its public API and its hypervisor driver. */
    LIBVIRT,
    /** The virtualization process and its monitor. */
    QEMU,
    /** The agent that runs inside the virtual machine. */
    GUEST,
    /** The image files of the virtual machine. */
    IMAGE;

    /** Returns the lower-case text that stands for this layer in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
