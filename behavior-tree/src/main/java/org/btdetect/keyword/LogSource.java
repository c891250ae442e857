package org.btdetect.keyword;

import java.util.Locale;

/** A log or other record in which trace points leave their traces. */
public enum LogSource {
    /** The log of a Nova service, written by oslo.log or Python's logging; which service's, the file tells. */
    NOVA_LOG,
    /** The access lines of nova-api: one a request. */
    ACCESS_LOG,
    /** Messages on the bus between the services. */
    MESSAGE_BUS,
    /** Notifications, legacy and versioned. */
    NOTIFICATION,
    /** The records of instance actions and their events in Nova's database. */
    INSTANCE_ACTION,
    /** The log of the virtualization daemon. */
    LIBVIRT_LOG,
    /** The log that the daemon keeps of each domain, with the output of its QEMU process. */
    DOMAIN_LOG,
    /** The virtualization records (VIRT_CONTROL and relatives) that the daemon sends to the kernel's audit. */
    VIRT_AUDIT,
    /** The traffic of the QEMU monitor: commands and events. */
    MONITOR,
    /** The traffic of the guest agent. */
    AGENT,
    /** Programs that are executed and signals that are sent, as an audit of processes sees them. */
    PROCESS,
    /** Accesses to image files, as an audit of files sees them. */
    FILE_AUDIT;

    /** Returns the lower-case text that stands for this source in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
