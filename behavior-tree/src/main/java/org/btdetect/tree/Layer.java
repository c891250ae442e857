package org.btdetect.tree;

/** A trust boundary with a log of its own, from the user's client down to the image files. */
public enum Layer {
    /** The user's client. */
    USER,
    /** The process nova-api. */
    API,
    /** The process nova-conductor. */
    CONDUCTOR,
    /** The process nova-compute: its manager and its virt driver. */
    COMPUTE,
    /** The libvirt daemon: its public API and its hypervisor driver. */
    LIBVIRT,
    /** The virtualization process and its monitor. */
    QEMU,
    /** The image files. */
    IMAGE
}
