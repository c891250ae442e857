package org.btdetect.keyword;

import java.util.Locale;

/** What sort of statement or operation leaves a trace. */
public enum TracePointKind {
    /** A statement that writes a log line. */
    LOG_STATEMENT,
    /** The debug line with which a public API function of the virtualization daemon begins. */
    API_CALL,
    /** A reported error, which is logged. */
    ERROR_REPORT,
    /** A record for the kernel's audit. */
    AUDIT_RECORD,
    /** A line in the domain's own log. */
    DOMAIN_LOG_LINE,
    /** The line that tells which job a thread of the daemon begins or ends. */
    JOB,
    /** A command to the QEMU monitor. */
    MONITOR_COMMAND,
    /** An event that the QEMU monitor reports. */
    MONITOR_EVENT,
    /** A command to the agent in the guest. */
    AGENT_COMMAND,
    /** The execution of a program. */
    COMMAND,
    /** A signal to a process. */
    SIGNAL,
    /** An access to a file. */
    FILE_ACCESS,
    /** A notification. */
    NOTIFICATION,
    /** The record that an instance action was asked for. */
    INSTANCE_ACTION,
    /** The record of a step of an instance action. */
    INSTANCE_EVENT,
    /** A request to the REST service. */
    REQUEST,
    /** A message from one service to another. */
    MESSAGE;

    /** Returns the lower-case text that stands for this kind in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
