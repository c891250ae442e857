package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Place;

/**
 * A REST resource by the conventions of the library {@code routes}: a collection and its members, each with the standard methods and
 * with actions of its own, below another resource's member if it has a parent.
 *
 * @param path of the collection
 * @param collectionActions handler to HTTP method, for paths below the collection
 * @param memberActions handler to HTTP method, for paths below a member
 */
record Resource(
        String collection,
        String path,
        Map<String, String> collectionActions,
        Map<String, String> memberActions,
        Value controller,
        Place declaration) {

    private static final String MEMBER = "/{id}";

    /** The resource that a call of a mapper's {@code resource(member, collection, controller=..., ...)} declares. */
    static Optional<Resource> declared(Arguments call, Place place) {
        Optional<String> collection = call.get(1, "collection_name").flatMap(Value::asText);
        Optional<Value> controller = call.get(-1, "controller");
        if (collection.isEmpty() || controller.isEmpty()) {
            return Optional.empty();
        }
        String parent = call.get(-1, "parent_resource").map(Resource::below).orElse("");
        return Optional.of(new Resource(
                collection.get(),
                parent + "/" + collection.get(),
                texts(call.get(-1, "collection").orElse(Value.NOTHING)),
                texts(call.get(-1, "member").orElse(Value.NOTHING)),
                controller.get(),
                place));
    }

    /** The path of the members of a parent, which is given as {@code dict(member_name=..., collection_name=...)}. */
    static String below(Value parent) {
        Map<String, String> names = texts(parent);
        return names.containsKey("collection_name") && names.containsKey("member_name")
                ? "/" + names.get("collection_name") + "/{" + names.get("member_name") + "_id}"
                : "";
    }

    static Map<String, String> texts(Value dictionary) {
        Map<String, String> texts = new TreeMap<>();
        for (Atom atom : dictionary.atoms()) {
            if (atom instanceof Atom.Dictionary entries) {
                entries.known().asMap().forEach((key, value) -> value.asText().ifPresent(text -> texts.put(key, text)));
            }
        }
        return texts;
    }

    Resource servedBy(Value other) {
        return new Resource(collection, path, collectionActions, memberActions, other, declaration);
    }

    /**
     * The routes of the resource. The first action of the collection for another method than its standard ones is the collection's own.
     *
     * @param controllers those that serve the resource, its own first
     */
    List<DeclaredRoute> routes(List<Value> controllers) {
        List<DeclaredRoute> routes = new ArrayList<>();
        add(routes, controllers, "GET", path, "index");
        add(routes, controllers, "POST", path, "create");
        Set<String> served = new HashSet<>(Set.of("GET", "POST"));
        collectionActions.forEach((handler, method) ->
                add(routes, controllers, method, served.add(method) ? path : path + "/" + handler, handler));
        add(routes, controllers, "GET", path + MEMBER, "show");
        add(routes, controllers, "PUT", path + MEMBER, "update");
        add(routes, controllers, "DELETE", path + MEMBER, "delete");
        memberActions.forEach(
                (handler, method) -> add(routes, controllers, method, path + MEMBER + "/" + handler, handler));
        return routes;
    }

    private void add(List<DeclaredRoute> routes, List<Value> controllers, String method, String path, String handler) {
        routes.add(new DeclaredRoute(method, path, controllers, handler, declaration));
    }
}
