package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.EntryPoint;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.PyModule;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;

/**
 * REST routes that an API is put together from when it starts: routers that call a mapper, and extensions, whose {@code
 * get_resources} adds resources and whose {@code get_controller_extensions} adds controllers to existing ones. Extensions are found
 * as they are loaded: by entry points, or one in each module of a package whose loader walks through its folder.
 *
 * <p>Each way of loading is an API of its own: two of them may serve one path.
 */
final class ExtensionRoutes {

    private static final String RESOURCES = "get_resources";
    private static final String CONTROLLERS = "get_controller_extensions";
    private static final String FOLDER_LOADER = "load_standard_extensions";
    private static final String MAPPER = "mapper";

    private final Interpreter interpreter;
    private final RouteMapper mapper;

    ExtensionRoutes(Interpreter interpreter, RouteMapper mapper) {
        this.interpreter = interpreter;
        this.mapper = mapper;
    }

    /** One API: its resources, the controllers that extend them, by collection, and the single paths. */
    private static final class Api {
        private final List<Resource> resources = new ArrayList<>();
        private final Map<String, List<Value>> extensions = new TreeMap<>();
        private final List<DeclaredRoute> single = new ArrayList<>();

        List<DeclaredRoute> routes() {
            List<DeclaredRoute> routes = new ArrayList<>();
            for (Resource resource : resources) {
                List<Value> controllers = new ArrayList<>(List.of(resource.controller()));
                if (resource.path().equals("/" + resource.collection())) {
                    controllers.addAll(extensions.getOrDefault(resource.collection(), List.of()));
                }
                routes.addAll(resource.routes(controllers));
            }
            routes.addAll(single);
            return routes;
        }
    }

    /** @return the routes whose path starts with the prefix; of those that one API declares twice the first */
    List<DeclaredRoute> under(String prefix) {
        List<DeclaredRoute> routes = new ArrayList<>();
        for (Api api : List.of(byEntryPoints(), inFolders())) {
            Map<String, DeclaredRoute> distinct = new LinkedHashMap<>();
            api.routes().stream()
                    .filter(route -> route.isUnder(prefix))
                    .forEach(route -> distinct.putIfAbsent(route.method() + " " + route.path(), route));
            routes.addAll(distinct.values());
        }
        return routes;
    }

    private Api byEntryPoints() {
        Api api = new Api();
        List<String> extending = interpreter.source().modulesContaining("def " + RESOURCES + "(");
        Set<String> loaded = new LinkedHashSet<>();
        for (EntryPoint point : interpreter.source().entryPoints()) {
            if (extending.contains(point.module()) && loaded.add(point.module() + "." + point.attribute())) {
                interpreter.pyClass(point.module(), point.attribute()).ifPresent(type -> register(api, type));
            }
        }
        return api;
    }

    private Api inFolders() {
        Api api = new Api();
        for (String loader : interpreter.source().modulesContaining(FOLDER_LOADER + "(")) {
            for (String module : interpreter.source().modulesBelow(loader)) {
                String name = module.substring(module.lastIndexOf('.') + 1);
                String expected = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
                interpreter.pyClass(module, expected).ifPresent(type -> register(api, type));
            }
        }
        if (!api.resources.isEmpty() || !api.extensions.isEmpty()) {
            routers(api);
        }
        return api;
    }

    private void register(Api api, PyClass extension) {
        if (interpreter.classAttribute(extension, RESOURCES).isEmpty()) {
            return;
        }
        Value object = interpreter
                .call(Value.of(new Atom.ClassRef(extension)), anything(extension), link(extension.name()))
                .value();
        for (Atom resource : listed(object, RESOURCES)) {
            addResource(api, Value.of(resource), extension);
        }
        for (Atom added : listed(object, CONTROLLERS)) {
            Value controller = interpreter.attribute(Value.of(added), "controller");
            text(added, "collection")
                    .ifPresent(collection -> api.extensions
                            .computeIfAbsent(collection, key -> new ArrayList<>())
                            .add(controller));
        }
    }

    private static Link link(String text) {
        return Link.exact(EdgeKind.ROUTE, Place.NONE, text);
    }

    /** An extension is handed whatever loads it, of which it asks little. */
    private Arguments anything(PyClass type) {
        Map<String, Value> arguments = new TreeMap<>();
        interpreter.classAttribute(type, "__init__").stream()
                .flatMap(value -> value.atoms().stream())
                .flatMap(atom -> interpreter.function(atom).stream())
                .flatMap(function -> function.definition().parameters().stream().skip(1))
                .filter(parameter -> parameter.kind() == Parameter.Kind.ORDINARY)
                .forEach(parameter -> arguments.put(parameter.name(), Value.UNKNOWN));
        return new Arguments(List.of(), Bindings.of(arguments), Value.NOTHING, Value.NOTHING);
    }

    private List<Atom> listed(Value object, String method) {
        Value list = interpreter
                .call(interpreter.attribute(object, method), Arguments.NONE, link(method))
                .value();
        List<Atom> elements = new ArrayList<>();
        for (Atom atom : list.atoms()) {
            if (atom instanceof Atom.Tuple tuple) {
                tuple.elements().forEach(element -> elements.addAll(element.atoms()));
            } else {
                elements.addAll(interpreter.element(Value.of(atom)).atoms());
            }
        }
        return elements.stream()
                .filter(Atom.Instance.class::isInstance)
                .distinct()
                .toList();
    }

    private Optional<String> text(Atom object, String name) {
        return interpreter.attribute(Value.of(object), name).asText();
    }

    private void addResource(Api api, Value resource, PyClass extension) {
        Optional<String> collection =
                interpreter.attribute(resource, "collection").asText();
        Value controller = controller(interpreter.attribute(resource, "controller"));
        Place declaration = extension.module().place(extension.definition().at());
        if (collection.isEmpty() || controller.isNothing()) {
            return;
        }
        api.resources.add(new Resource(
                collection.get(),
                Resource.below(interpreter.attribute(resource, "parent")) + "/" + collection.get(),
                Resource.texts(interpreter.attribute(resource, "collection_actions")),
                Resource.texts(interpreter.attribute(resource, "member_actions")),
                controller,
                declaration));
        Value custom = interpreter
                .attribute(resource, "custom_routes_fn")
                .filter(atom -> interpreter.function(atom).isPresent());
        if (!custom.isNothing()) {
            interpreter.call(custom, Arguments.of(RouteMapper.OBJECT, controller), link("custom_routes_fn"));
            declared(api);
        }
    }

    /** What serves a route, out of the object that wraps it for the web server. */
    private Value controller(Value served) {
        Value wrapped = Value.NOTHING;
        for (Atom atom : served.atoms()) {
            if (atom instanceof Atom.Instance) {
                Value inner =
                        interpreter.attribute(Value.of(atom), "controller").filter(Atom.Instance.class::isInstance);
                wrapped = wrapped.join(inner.isNothing() ? Value.of(atom) : inner);
            }
        }
        return wrapped;
    }

    /** Runs the methods that are handed a mapper and themselves declare routes on it. */
    private void routers(Api api) {
        Set<String> modules = new LinkedHashSet<>(interpreter.source().modulesContaining(MAPPER + ".resource("));
        modules.addAll(interpreter.source().modulesContaining(MAPPER + ".connect("));
        for (String name : modules) {
            interpreter
                    .module(name)
                    .ifPresent(module -> module.classes()
                            .forEach(definition -> interpreter
                                    .pyClass(name, definition.name())
                                    .ifPresent(type -> router(api, module, type))));
        }
    }

    private void router(Api api, PyModule module, PyClass type) {
        for (Statement statement : type.definition().body().statements()) {
            if (statement instanceof Statement.FunctionDefinition definition
                    && definition.function().parameters().stream()
                            .anyMatch(parameter -> parameter.name().equals(MAPPER))) {
                Map<String, Value> arguments = new TreeMap<>();
                definition.function().parameters().stream()
                        .skip(1)
                        .filter(parameter -> parameter.defaultValue().isEmpty())
                        .forEach(parameter -> arguments.put(parameter.name(), Value.UNKNOWN));
                arguments.put(MAPPER, RouteMapper.OBJECT);
                Value method = interpreter.attribute(
                        Value.of(new Atom.Instance(type, Bindings.EMPTY)),
                        definition.function().name());
                interpreter.call(
                        method,
                        new Arguments(List.of(), Bindings.of(arguments), Value.NOTHING, Value.NOTHING),
                        Link.exact(EdgeKind.ROUTE, module.place(definition.at()), MAPPER));
                declared(api);
            }
        }
    }

    private void declared(Api api) {
        for (RouteMapper.Declaration declaration : mapper.taken()) {
            if (declaration.verb().equals("resource")) {
                Resource.declared(declaration.arguments(), declaration.place())
                        .filter(resource -> !controller(resource.controller()).isNothing())
                        .ifPresent(resource -> api.resources.add(resource.servedBy(controller(resource.controller()))));
            } else {
                connected(declaration).ifPresent(api.single::add);
            }
        }
    }

    /** {@code connect(name, path, controller=..., action=..., conditions={'method': [...]})}. */
    private Optional<DeclaredRoute> connected(RouteMapper.Declaration declaration) {
        Arguments arguments = declaration.arguments();
        Optional<String> path = arguments.get(1, "").flatMap(Value::asText).map(ExtensionRoutes::withoutProject);
        Optional<String> handler = arguments.get(-1, "action").flatMap(Value::asText);
        Value served = controller(arguments.get(-1, "controller").orElse(Value.NOTHING));
        Value conditions = arguments.get(-1, "conditions").orElse(Value.NOTHING);
        Optional<String> method = interpreter
                .element(interpreter.subscript(conditions, Value.text("method")))
                .asText();
        return path.isEmpty() || handler.isEmpty() || served.isNothing()
                ? Optional.empty()
                : Optional.of(new DeclaredRoute(
                        method.orElse("GET"), path.get(), List.of(served), handler.get(), declaration.place()));
    }

    /** The project's part of a path tells no operations apart. */
    private static String withoutProject(String path) {
        return path.startsWith("/{project_id}/") ? path.substring("/{project_id}".length()) : path;
    }
}
