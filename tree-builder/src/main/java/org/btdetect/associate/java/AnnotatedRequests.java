package org.btdetect.associate.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.frontend.java.JavaExpression;
import org.btdetect.frontend.java.JavaType;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;
import org.btdetect.tree.client.ClientCall;
import org.btdetect.tree.client.ClientRequest;

/**
 * Requests that annotations describe, as in JAX-RS and jclouds: {@code @POST @Path("/{id}/action")} with the body's key in
 * {@code @Payload}, {@code @WrapWith}, or in what the class that {@code @MapBinder} names binds.
 */
final class AnnotatedRequests {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");
    private static final Pattern KEY =
            Pattern.compile("^\\s*\\{\\s*\"([^\"]+)\"(?:\\s*:\\s*\\{\\s*\"(\\w+)\"\\s*:\\s*\"(\\w+)\")?");
    private static final String UNKNOWN = "{}";

    private final JavaSources sources;

    AnnotatedRequests(JavaSources sources) {
        this.sources = sources;
    }

    List<ClientCall> calls() {
        List<ClientCall> calls = new ArrayList<>();
        for (JavaType type : sources.types()) {
            for (JavaType.Method method : type.methods()) {
                request(type, method)
                        .ifPresent(request -> calls.add(new ClientCall(
                                sources.component(),
                                ClientCall.Kind.METHOD,
                                type.name() + "." + method.name(),
                                sources.place(type, method.line()),
                                List.of(request),
                                List.of(),
                                JavaClients.UNMATCHED)));
            }
        }
        return calls;
    }

    private Optional<ClientRequest> request(JavaType type, JavaType.Method method) {
        return METHODS.stream()
                .filter(verb -> method.annotation(verb).isPresent())
                .findFirst()
                .map(verb -> {
                    String path = ("/" + type.annotation("Path").orElse("") + "/"
                                    + method.annotation("Path").orElse(""))
                            .replaceAll("\\{[^}]*\\}", UNKNOWN)
                            .replaceAll("/+", "/")
                            .replaceAll("(?<=.)/$", "");
                    Place place = sources.place(type, method.line());
                    String key = path.endsWith("/action") ? key(method) : "";
                    return new ClientRequest(new Route(verb, path), key, place, List.of(), List.of());
                });
    }

    private String key(JavaType.Method method) {
        Optional<String> payload = method.annotation("Payload").map(AnnotatedRequests::keyOf);
        return payload.or(() -> method.annotation("WrapWith"))
                .or(() -> method.annotation("MapBinder").flatMap(this::bound))
                .orElse(UNKNOWN);
    }

    /** The first key of a body, of which braces that are no placeholders are written in percent notation. */
    private static String keyOf(String payload) {
        Matcher matcher = KEY.matcher(payload.replace("%7B", "{").replace("%7D", "}"));
        if (!matcher.find()) {
            return UNKNOWN;
        }
        return matcher.group(2) == null
                ? matcher.group(1)
                : matcher.group(1) + "." + matcher.group(2) + "=" + matcher.group(3);
    }

    /** The key under which a binder puts its map: {@code bindToRequest(request, ImmutableMap.of("rebuild", map))}. */
    private Optional<String> bound(String binder) {
        return sources.type(binder).stream()
                .flatMap(type -> type.methods().stream())
                .filter(method -> method.name().equals("bindToRequest"))
                .flatMap(method -> method.calls().stream())
                .filter(call -> call.name().equals("bindToRequest"))
                .flatMap(call -> call.arguments().stream())
                .filter(JavaExpression.Call.class::isInstance)
                .map(JavaExpression.Call.class::cast)
                .filter(call -> call.name().equals("of"))
                .flatMap(call -> call.arguments().stream().limit(1))
                .filter(JavaExpression.Text.class::isInstance)
                .map(text -> ((JavaExpression.Text) text).value())
                .findFirst();
    }
}
