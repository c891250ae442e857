package org.btdetect.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What is open on one instance: executions of operations, licences that no execution has taken, incidents. */
final class Guest {
    /** A licence for one execution of one of these plans, issued by the service to itself. */
    record Licence(List<Plan> plans, long from, Optional<Incident> cause) {}

    private static final long JUST_NOW = 5_000_000;

    private final Deque<Run> runs = new ArrayDeque<>();
    private final List<Licence> licences = new ArrayList<>();
    private Optional<Incident> lastIncident = Optional.empty();
    private long lastCall = Long.MIN_VALUE;
    private long lastOwnEnd = Long.MIN_VALUE;

    /** The newest run first. */
    void open(Run run) {
        runs.addFirst(run);
    }

    Iterable<Run> runs() {
        return runs;
    }

    /** Executions that were opened before this one are over. */
    void supersedeBefore(Run run) {
        boolean isOlder = false;
        for (Run other : runs) {
            if (isOlder) {
                other.supersede();
            }
            isOlder |= other.equals(run);
        }
    }

    /** Returns whether an execution that a user asked for left a record since. */
    boolean isBusy(long since) {
        return runs.stream().anyMatch(run -> run.cause() == Run.Cause.REQUEST && run.lastSeen() >= since);
    }

    /** Returns the execution that was at work just now and makes this call, if in another order or number. */
    Optional<Run> active(String call, long micros) {
        return runs.stream()
                .filter(run -> !run.isSuperseded() && run.lastSeen() >= micros - JUST_NOW && run.knows(call))
                .findFirst();
    }

    Optional<Run> run(String request) {
        return runs.stream().filter(run -> run.request().equals(request)).findFirst();
    }

    void issue(Licence licence) {
        licences.add(licence);
    }

    /** Takes the oldest licence for an execution that leaves a record of one of these plans. */
    Optional<Licence> take(Collection<Plan> plans, long earliest) {
        licences.removeIf(licence -> licence.from() < earliest);
        for (Iterator<Licence> all = licences.iterator(); all.hasNext(); ) {
            Licence licence = all.next();
            if (licence.plans().stream().anyMatch(plans::contains)) {
                all.remove();
                return Optional.of(licence);
            }
        }
        return Optional.empty();
    }

    void incident(Incident incident) {
        lastIncident = Optional.of(incident);
    }

    Optional<Incident> lastIncident() {
        return lastIncident;
    }

    /** The daemon was called to change the domain. */
    void called(long micros) {
        lastCall = Math.max(lastCall, micros);
    }

    long lastCall() {
        return lastCall;
    }

    /** The system in the virtual machine ended by itself, or broke down. */
    void endedItself(long micros) {
        lastOwnEnd = Math.max(lastOwnEnd, micros);
    }

    long lastOwnEnd() {
        return lastOwnEnd;
    }

    /** Removes and returns the runs that were last seen before. */
    List<Run> close(long before) {
        List<Run> closed = new ArrayList<>();
        runs.removeIf(run -> run.lastSeen() < before && closed.add(run));
        return closed;
    }

    boolean isIdle() {
        return runs.isEmpty() && licences.isEmpty() && lastIncident.isEmpty();
    }

    void forgetIncidents(long before) {
        if (lastIncident.isPresent() && lastIncident.get().lastSeen() < before) {
            lastIncident = Optional.empty();
        }
    }
}
