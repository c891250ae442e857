package org.btdetect.collect.format;

import org.btdetect.event.Target;

/** What a thread of the virtualization daemon is doing. */
final class DaemonThread {
    private String client = "";
    private String call = "";
    private String function = "";
    private String job = "";
    private String error = "";
    private Target target = Target.NONE;

    /** A worker takes a call of a client; the client may be told before the call is. */
    void begin(String newClient, String newCall) {
        client = newClient;
        call = newCall;
        function = "";
        error = "";
        target = Target.NONE;
    }

    /** The call is answered. */
    void end() {
        begin("", "");
    }

    /** Returns the connection, empty if none is known. */
    String client() {
        return client;
    }

    String call() {
        return call;
    }

    /** Returns the API function that the call is of, empty until it is known. */
    String function() {
        return function;
    }

    void function(String newFunction) {
        function = newFunction;
    }

    String job() {
        return job;
    }

    void job(String newJob) {
        job = newJob;
    }

    String error() {
        return error;
    }

    void error(String newError) {
        error = newError;
    }

    /** Returns the domain that the thread works on. */
    Target target() {
        return target;
    }

    void target(Target newTarget) {
        target = newTarget;
    }
}
