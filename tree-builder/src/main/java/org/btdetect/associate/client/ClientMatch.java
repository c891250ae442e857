package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.client.ClientRequest;

/** Tells which actions of a library the calls of clients start. */
public final class ClientMatch {

    private static final String SERVERS = "/servers";
    private static final int MOST_REQUESTS = 3;

    private final RouteTable routes;

    public ClientMatch(LibraryIndex index) {
        routes = new RouteTable(index);
    }

    /** The call with the actions that it starts, or the reason why it starts none. */
    public ClientCall matched(ClientCall call) {
        List<ClientRequest> requests = call.requests().stream()
                .map(request -> request.withActions(routes.actions(request)))
                .toList();
        List<String> actions = started(requests);
        return new ClientCall(
                call.client(),
                call.kind(),
                call.name(),
                call.place(),
                requests,
                actions,
                actions.isEmpty() ? reason(requests) : "");
    }

    /** What changes something; of what only reads, that with the longest path: a lookup comes before what it is for. */
    private static List<String> started(List<ClientRequest> requests) {
        Set<String> changed = new TreeSet<>();
        requests.stream().filter(request -> !request.reads()).forEach(request -> changed.addAll(request.actions()));
        boolean changes = requests.stream().anyMatch(request -> !request.reads());
        if (!changed.isEmpty() || changes) {
            return List.copyOf(changed);
        }
        int longest = requests.stream()
                .filter(request -> !request.actions().isEmpty())
                .mapToInt(request -> depth(request.route().path()))
                .max()
                .orElse(0);
        return requests.stream()
                .filter(request -> depth(request.route().path()) == longest)
                .flatMap(request -> request.actions().stream())
                .distinct()
                .toList();
    }

    private static int depth(String path) {
        return path.split("/", -1).length;
    }

    private String reason(List<ClientRequest> requests) {
        if (requests.isEmpty()) {
            return "it sends no request";
        }
        List<ClientRequest> changing =
                requests.stream().filter(request -> !request.reads()).toList();
        List<ClientRequest> meant = changing.isEmpty() ? requests : changing;
        List<ClientRequest> onServers = meant.stream()
                .filter(request -> request.route().path().startsWith(SERVERS))
                .toList();
        if (onServers.isEmpty()) {
            return "it asks for nothing on a server: " + texts(meant);
        }
        return why(onServers) + ": " + texts(onServers);
    }

    private String why(List<ClientRequest> onServers) {
        if (onServers.stream().anyMatch(request -> request.key().contains("{}"))) {
            return "which action it asks for is not known";
        }
        return onServers.stream().anyMatch(request -> routes.knows(request.route()))
                ? "the release has no such action"
                : "the release has no such route";
    }

    private static String texts(List<ClientRequest> requests) {
        List<String> texts = new ArrayList<>(requests.stream()
                .map(ClientRequest::toString)
                .distinct()
                .sorted()
                .toList());
        String shown = String.join(", ", texts.subList(0, Math.min(MOST_REQUESTS, texts.size())));
        return texts.size() > MOST_REQUESTS ? shown + ", …" : shown;
    }
}
