package org.btdetect.associate.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.resolve.python.TextTemplates;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Route;
import org.btdetect.tree.client.ClientRequest;
import org.btdetect.tree.client.Step;

/** The requests in a behaviour, each with a shortest way to it. */
final class SentRequests {

    private record Reached(Behavior behavior, List<Step> via) {}

    private final Map<String, ClientRequest> found = new LinkedHashMap<>();
    private final Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Reached> open = new ArrayDeque<>();

    private SentRequests() {}

    static List<ClientRequest> of(Behavior behavior) {
        SentRequests requests = new SentRequests();
        requests.open.add(new Reached(behavior, List.of()));
        while (!requests.open.isEmpty()) {
            Reached next = requests.open.remove();
            requests.visit(next.behavior(), next.via());
        }
        return List.copyOf(requests.found.values());
    }

    private void visit(Behavior behavior, List<Step> via) {
        if (behavior instanceof Behavior.Operation operation) {
            add(operation, via);
        } else if (behavior instanceof Behavior.Invocation call) {
            enter(call.target(), call.link(), via);
        } else if (behavior instanceof Behavior.Enclosure enclosure) {
            enter(enclosure.target(), enclosure.link(), via);
            visit(enclosure.body(), via);
        } else if (behavior instanceof Behavior.Sequence sequence) {
            sequence.parts().forEach(part -> visit(part, via));
        } else if (behavior instanceof Behavior.Choice choice) {
            choice.branches().forEach(branch -> visit(branch.body(), via));
        } else if (behavior instanceof Behavior.Loop loop) {
            visit(loop.body(), via);
        } else if (behavior instanceof Behavior.Failure failure) {
            visit(failure.body(), via);
        } else if (behavior instanceof Behavior.Detached detached) {
            visit(detached.body(), via);
        }
    }

    private void enter(Activation target, Link link, List<Step> via) {
        if (seen.add(target)) {
            List<Step> longer = new ArrayList<>(via);
            longer.add(new Step(target.function(), link.evidence()));
            open.add(new Reached(target.behavior(), longer));
        }
    }

    private void add(Behavior.Operation operation, List<Step> via) {
        int space = operation.name().indexOf(' ');
        if (operation.layer() != Layer.API || space < 0) {
            return;
        }
        Route route = new Route(
                operation.name().substring(0, space),
                withoutQuery(operation.name().substring(space + 1)));
        for (String key : operation.arguments().split("\\" + HttpRequests.OR, -1)) {
            String told = route.path().endsWith("/action") || key.contains("=") ? key : "";
            ClientRequest request =
                    new ClientRequest(route, told, operation.link().evidence(), via, List.of());
            found.putIfAbsent(request.toString(), request);
        }
    }

    /** A query that is joined by what is not known is taken for one only where it stands behind a fixed part of the path. */
    private static String withoutQuery(String address) {
        String path = address.replaceAll("\\?.*$", "").replaceAll("(?<!:)/+", "/");
        String rooted = path.startsWith("/") || path.startsWith(TextTemplates.OPEN) ? path : "/" + path;
        return rooted.replaceAll("(?<=[^/])\\{\\}$", "").replaceAll("/+$", "");
    }
}
