package org.btdetect.tree;

/**
 * A route of a REST service.
 *
 * @param method the HTTP method in capitals
 * @param path the path template, such as {@code /servers/{id}/action}
 */
public record Route(String method, String path) {
    /** The route of an activity that no request starts. */
    public static final Route NONE = new Route("", "");

    /** Returns whether this is a route of a service. */
    public boolean exists() {
        return !path.isEmpty();
    }

    /** Returns {@code POST /servers/{id}/action}, or the empty text where there is no route. */
    @Override
    public String toString() {
        return exists() ? method + " " + path : "";
    }
}
