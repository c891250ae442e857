package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;

/**
 * The records by which the virtualization daemon itself ties its other records together: the probes of its server and of
 * its monitor, and the begin and end of a worker's job. They are the daemon's frame and the same in all releases.
 */
enum DaemonIdiom {
    NONE(""),
    CLIENT_NEW("RPC_SERVER_CLIENT_NEW: "),
    CLIENT_DISPOSE("RPC_SERVER_CLIENT_DISPOSE: "),
    MESSAGE_RECEIVED("RPC_SERVER_CLIENT_MSG_RX: "),
    MESSAGE_SENT("RPC_SERVER_CLIENT_MSG_TX_QUEUE: "),
    MONITOR_NEW("QEMU_MONITOR_NEW: "),
    MONITOR_CLOSE("QEMU_MONITOR_CLOSE: "),
    MONITOR_SEND("QEMU_MONITOR_SEND_MSG: "),
    MONITOR_WRITE("QEMU_MONITOR_IO_WRITE: "),
    MONITOR_REPLY("QEMU_MONITOR_RECV_REPLY: "),
    MONITOR_EVENT("QEMU_MONITOR_RECV_EVENT: "),
    OTHER_PROBE(""),
    HANDLE_JOB(""),
    DISPATCH(""),
    JOB_BEGIN(""),
    JOB_END("");

    /** Reference counting. */
    static final byte[] OBJECT = Ascii.bytes("OBJECT_");

    private static final byte[] RPC = Ascii.bytes("RPC_");
    private static final byte[] MONITOR = Ascii.bytes("QEMU_MONITOR_");

    private final byte[] marker;

    DaemonIdiom(String marker) {
        this.marker = Ascii.bytes(marker);
    }

    boolean isMonitor() {
        return compareTo(MONITOR_NEW) >= 0 && compareTo(MONITOR_EVENT) <= 0;
    }

    /** Returns where the probe's arguments begin. */
    int arguments(int message) {
        return message + marker.length;
    }

    static DaemonIdiom of(RawRecord record, int message, String function) {
        if (record.hasAt(message, RPC) || record.hasAt(message, MONITOR)) {
            return probe(record, message);
        }
        return switch (function) {
            case "virNetServerHandleJob", "virNetServerDispatchNewMessage" -> HANDLE_JOB;
            case "virNetServerProgramDispatch" -> DISPATCH;
            case "virThreadJobSet" -> JOB_BEGIN;
            case "virThreadJobClear" -> JOB_END;
            default -> NONE;
        };
    }

    private static DaemonIdiom probe(RawRecord record, int message) {
        for (DaemonIdiom idiom : VALUES) {
            if (idiom.marker.length > 0 && record.hasAt(message, idiom.marker)) {
                return idiom;
            }
        }
        return OTHER_PROBE;
    }

    private static final DaemonIdiom[] VALUES = values();
}
