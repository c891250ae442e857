package org.btdetect.tree.client;

import java.util.Comparator;
import java.util.List;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;

/**
 * A request that a client sends.
 *
 * @param route method and address, unknown parts of it written <code>{}</code>
 * @param key the key of the body that names an action, with a deciding word as in {@code reboot.type=HARD}; empty without one
 * @param evidence where it is sent
 * @param via the functions passed on the way to it
 * @param actions the actions that it starts, as the library names them, sorted
 */
public record ClientRequest(Route route, String key, Place evidence, List<Step> via, List<String> actions)
        implements Comparable<ClientRequest> {
    private static final Comparator<ClientRequest> ORDER = Comparator.comparing(
                    (ClientRequest request) -> request.route().path())
            .thenComparing(request -> request.route().method())
            .thenComparing(ClientRequest::key)
            .thenComparing(ClientRequest::evidence);

    /** Copies the way, and sorts the actions. */
    public ClientRequest {
        via = List.copyOf(via);
        actions = actions.stream().distinct().sorted().toList();
    }

    /** Returns whether the request changes nothing. */
    public boolean reads() {
        return route.method().equals("GET") || route.method().equals("HEAD");
    }

    /** Returns this request with the actions that it starts. */
    public ClientRequest withActions(List<String> started) {
        return new ClientRequest(route, key, evidence, via, started);
    }

    @Override
    public int compareTo(ClientRequest other) {
        return ORDER.compare(this, other);
    }

    /** Returns {@code POST /servers/{}/action os-stop}. */
    @Override
    public String toString() {
        return key.isEmpty() ? route.toString() : route + " " + key;
    }
}
