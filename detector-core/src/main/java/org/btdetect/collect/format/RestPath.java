package org.btdetect.collect.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The path of a REST request as a route: without the mount point, the version, the project and the query, identifiers
 * replaced by {@code {id}}.
 *
 * @param route the path with identifiers replaced
 * @param server the UUID behind {@code /servers/}, empty if there is none
 */
record RestPath(String route, String server) {
    static RestPath of(String path) {
        int query = path.indexOf('?');
        String[] segments = (query < 0 ? path : path.substring(0, query)).split("/", 40);
        int first = first(segments);
        List<String> route = new ArrayList<>();
        String server = "";
        for (int i = first; i < segments.length; i++) {
            String segment = segments[i];
            if (segment.isEmpty()) {
                continue;
            }
            boolean isIdentifier = !route.isEmpty() && isIdentifier(segment);
            if (isIdentifier
                    && server.isEmpty()
                    && Uuids.isUuid(segment)
                    && route.get(route.size() - 1).equals("servers")) {
                server = segment;
            }
            route.add(isIdentifier ? "{id}" : segment);
        }
        return new RestPath("/" + String.join("/", route), server);
    }

    /** Returns where the resource begins: behind the version, and behind the project if one follows it. */
    private static int first(String[] segments) {
        for (int i = 0; i < Math.min(4, segments.length); i++) {
            if (isVersion(segments[i])) {
                boolean hasProject = i + 2 < segments.length && isIdentifier(segments[i + 1]);
                return hasProject ? i + 2 : i + 1;
            }
        }
        return 0;
    }

    private static boolean isVersion(String segment) {
        return segment.length() >= 2
                && segment.length() <= 5
                && segment.charAt(0) == 'v'
                && segment.charAt(1) >= '0'
                && segment.charAt(1) <= '9';
    }

    private static boolean isIdentifier(String segment) {
        boolean hasDigit = false;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c >= '0' && c <= '9') {
                hasDigit = true;
            } else if (c != '-' && (c < 'a' || c > 'f')) {
                return segment.startsWith("req-");
            }
        }
        return hasDigit;
    }
}
