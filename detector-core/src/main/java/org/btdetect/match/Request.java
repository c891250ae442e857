package org.btdetect.match;

import java.util.LinkedHashSet;
import java.util.Set;

/** A user's request as the REST service recorded it: the licence for what its action does below. */
final class Request {
    private final String id;
    private final Set<Plan> plans = new LinkedHashSet<>();
    private final Trail trail = new Trail();
    private String action = "";
    private String route = "";
    private String instance = "";
    private String user = "";
    private String project = "";
    private long refused = Long.MAX_VALUE;

    Request(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    Trail trail() {
        return trail;
    }

    /** The plans of the action, or those of the route while the action is not told; empty if the library has none. */
    Set<Plan> plans() {
        return plans;
    }

    void action(String name) {
        action = name;
    }

    void route(String name) {
        route = name;
    }

    /** Returns the action, else the route. */
    String operation() {
        return action.isEmpty() ? route : action;
    }

    boolean hasAction() {
        return !action.isEmpty();
    }

    String instance() {
        return instance;
    }

    void instance(String uuid) {
        if (instance.isEmpty()) {
            instance = uuid;
        }
    }

    String user() {
        return user;
    }

    String project() {
        return project;
    }

    void owner(String newUser, String newProject) {
        if (user.isEmpty()) {
            user = newUser;
            project = newProject;
        }
    }

    /** Returns whether the service had refused the request by then: it licenses nothing any more. */
    boolean isRefused(long micros) {
        return micros > refused;
    }

    /** The service answered with an error; what it had asked for before that was asked for all the same. */
    void refuse(long micros) {
        refused = Math.min(refused, micros);
    }
}
