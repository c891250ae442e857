package org.btdetect.event;

import java.util.Locale;

/** What kind of operation a record tells of. */
public enum EventKind {
    /** A REST request as the access line has it; the operation is the method and the route: {@code POST /servers/{id}/action}. */
    REQUEST,
    /** A REST request as the service named it when it chose the handler; the operation is the action's key: {@code os-stop}. */
    ACTION,
    /** A log statement of a service; the operation is the qualified name of the function that holds it. */
    LOG,
    /** A notification on the message bus; the operation is its event type. */
    NOTIFICATION,
    /** A task that a service recorded in its database for a request; the operation is the task's name. */
    TASK,
    /** A client's connection to the virtualization daemon. */
    CONNECTION,
    /** A remote procedure call that the virtualization daemon received; the operation is its number or its dispatcher's name. */
    DISPATCH,
    /** A call of the virtualization daemon's public API. */
    API_CALL,
    /** A command to the virtualization process's monitor. */
    MONITOR_COMMAND,
    /** An event that the virtualization process's monitor reported. */
    MONITOR_EVENT,
    /** A virtualization process began or ended. */
    PROCESS,
    /** A program was executed. */
    PROGRAM,
    /** A file was accessed; the operation is the system call. */
    FILE,
    /** A resource was given to or taken from a virtual machine. */
    RESOURCE,
    /** A source of records began, ended, lost records or was reconfigured. */
    TELEMETRY;

    /** Returns the lower-case text that stands for this kind in files. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
