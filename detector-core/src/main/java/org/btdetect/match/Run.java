package org.btdetect.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One execution of an operation by the service that does the work: what its cause licenses, and what was consumed of it. */
final class Run {
    /** What a run goes back to. */
    enum Cause {
        /** A request that the REST service accepted. */
        REQUEST,
        /** The service's own work: a timer, its start, an event from below. */
        INTERNAL,
        /** The service's own answer to an incident. */
        REACTION,
        /** Nothing accepted. */
        INCIDENT
    }

    private static final long INCIDENT_IDLE = 60_000_000;

    private final String request;
    private final String instance;
    private final Cause cause;
    private final Optional<Request> root;
    private final Optional<Incident> incident;
    private final Trail trail = new Trail();
    private final List<EffectNet.Marking> markings = new ArrayList<>();
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private long lastSeen;
    private boolean isSuperseded;

    private Run(String request, String instance, Cause cause, Optional<Request> root, Optional<Incident> incident) {
        this.request = request;
        this.instance = instance;
        this.cause = cause;
        this.root = root;
        this.incident = incident;
    }

    static Run of(Request request, String instance) {
        Run run = new Run(request.id(), instance, Cause.REQUEST, Optional.of(request), Optional.empty());
        run.may(request.plans());
        return run;
    }

    static Run internal(String request, String instance) {
        return new Run(request, instance, Cause.INTERNAL, Optional.empty(), Optional.empty());
    }

    static Run of(Incident incident, String request, String instance, boolean isReaction) {
        Cause cause = isReaction ? Cause.REACTION : Cause.INCIDENT;
        return new Run(request, instance, cause, Optional.empty(), Optional.of(incident));
    }

    /** Adds what the run may be an execution of. */
    void may(Collection<Plan> more) {
        for (Plan plan : more) {
            if (!plans.contains(plan)) {
                plans.add(plan);
                markings.add(plan.net().start());
            }
        }
    }

    /** Consumes a licence for a call; plans that do not allow it are given up once one does. */
    boolean consume(String call) {
        if (plans.isEmpty()) {
            return cause == Cause.INCIDENT || cause == Cause.REQUEST; // the library does not know the action
        }
        List<Integer> allowing = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            if (markings.get(i).consume(call)) {
                allowing.add(i);
            }
        }
        if (allowing.isEmpty()) {
            return false;
        }
        if (allowing.size() < plans.size()) {
            List<Plan> restPlans = allowing.stream().map(plans::get).toList();
            List<EffectNet.Marking> rest = allowing.stream().map(markings::get).toList();
            plans.clear();
            plans.addAll(restPlans);
            markings.clear();
            markings.addAll(rest);
        }
        return true;
    }

    /** Returns whether anything that the run may be an execution of makes this call. */
    boolean knows(String call) {
        return plans.stream().anyMatch(plan -> plan.net().knows(call));
    }

    /** Counts a record of a trace point and returns how many there were. */
    int count(String tracePoint) {
        return seen.merge(tracePoint, 1, Integer::sum);
    }

    /** A newer execution changed the instance: as they take turns, this one is over unless the service says more of it. */
    void supersede() {
        isSuperseded = true;
    }

    /** Returns whether the run may still make calls; one that nobody asked for is over soon. */
    boolean isOpen(long micros) {
        return !isSuperseded && (cause != Cause.INCIDENT || lastSeen >= micros - INCIDENT_IDLE);
    }

    boolean isSuperseded() {
        return isSuperseded;
    }

    /** The service, or the daemon, recorded something of the execution. */
    void touch(long micros) {
        isSuperseded = false;
        lastSeen = Math.max(lastSeen, micros);
    }

    String request() {
        return request;
    }

    String instance() {
        return instance;
    }

    Cause cause() {
        return cause;
    }

    Optional<Request> root() {
        return root;
    }

    Optional<Incident> incident() {
        return incident;
    }

    Trail trail() {
        return trail;
    }

    List<Plan> plans() {
        return plans;
    }

    long lastSeen() {
        return lastSeen;
    }
}
