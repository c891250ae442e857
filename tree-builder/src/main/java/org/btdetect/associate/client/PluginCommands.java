package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.EntryPoint;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.PyFunction;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;
import org.btdetect.tree.client.ClientCall;
import org.jspecify.annotations.Nullable;

/**
 * Shells whose commands are classes that entry points name, in cliff's way: {@code server_stop = module:StopServer} is the command
 * {@code server stop}, which runs {@code take_action}. What a command gets its service from, {@code app.client_manager.compute}, is
 * what the plug-in's {@code make_client} makes.
 */
final class PluginCommands implements LibraryModel {

    private static final String SERVICE = "compute";
    private static final String APPLICATION = "cliff.application";
    private static final String CLIENTS = "osc.clients";
    private static final String CONNECTION = "openstack.connection";

    private record Declared(String command, String module, String type) {}

    private final List<Declared> commands = new ArrayList<>();
    private @Nullable Value client;

    /** @param entryPoints what the shell's metadata declares */
    PluginCommands(List<EntryPoint> entryPoints) {
        for (EntryPoint point : entryPoints) {
            if (point.group().startsWith("openstack." + SERVICE + ".v")) {
                commands.add(new Declared(point.name().replace('_', ' '), point.module(), point.attribute()));
            }
        }
    }

    List<ClientEntry> entries(Interpreter interpreter) {
        List<ClientEntry> entries = new ArrayList<>();
        for (Declared declared : commands) {
            interpreter.pyClass(declared.module(), declared.type()).ifPresent(type -> {
                Value object = Value.of(new Atom.Instance(type, Bindings.EMPTY));
                Value action = interpreter.attribute(object, "take_action");
                Place place = action.atoms().stream()
                        .map(interpreter::function)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(PyFunction::place)
                        .orElseGet(type::place);
                entries.add(new ClientEntry(
                        place.component(),
                        ClientCall.Kind.COMMAND,
                        declared.command(),
                        place,
                        action,
                        Arguments.of(Value.DATA)));
            });
        }
        return entries;
    }

    @Override
    public Optional<Value> attribute(Interpreter interpreter, Atom target, String name) {
        if (target instanceof Atom.Instance instance && name.equals("app") && isCommand(instance.type())) {
            return modeled(APPLICATION);
        }
        if (!(target instanceof Atom.Modeled modeled)) {
            return Optional.empty();
        }
        return switch (modeled.kind() + "." + name) {
            case APPLICATION + ".client_manager" -> modeled(CLIENTS);
            case CLIENTS + ".sdk_connection" -> modeled(CONNECTION);
            case CLIENTS + "." + SERVICE -> Optional.of(client(interpreter));
            case CONNECTION + "." + SERVICE -> Optional.of(proxy(interpreter));
            default ->
                modeled.kind().equals(CLIENTS) || modeled.kind().equals(CONNECTION)
                        ? Optional.of(Value.of(new Atom.External(modeled.kind() + "." + name)))
                        : Optional.empty();
        };
    }

    private boolean isCommand(PyClass type) {
        String module = type.module().name();
        return commands.stream().anyMatch(declared -> declared.module().equals(module));
    }

    private static Optional<Value> modeled(String kind) {
        return Optional.of(Value.of(new Atom.Modeled(kind, List.of())));
    }

    private Value client(Interpreter interpreter) {
        Value known = client;
        if (known == null) {
            client = Value.DATA; // what making it asks of itself
            Optional<Value> maker = interpreter.source().modulesDefining("make_client").stream()
                    .filter(module -> module.contains("." + SERVICE + "."))
                    .findFirst()
                    .flatMap(module -> interpreter.global(module, "make_client"));
            Arguments arguments = Arguments.of(Value.of(new Atom.Modeled(CLIENTS, List.of())));
            Link link = Link.exact(EdgeKind.LIBRARY_MODEL, Place.NONE, "make_client");
            known = maker.map(make -> interpreter.call(make, arguments, link).value())
                    .orElse(Value.DATA);
            client = known;
        }
        return known;
    }

    /** The service's part of the common client library. */
    static Value proxy(Interpreter interpreter) {
        return interpreter.source().modulesDefining("Proxy").stream()
                .filter(module -> module.startsWith("openstack." + SERVICE + "."))
                .map(module -> interpreter.pyClass(module, "Proxy"))
                .flatMap(Optional::stream)
                .map(type -> Value.of(new Atom.Instance(type, Bindings.EMPTY)))
                .findFirst()
                .orElse(Value.DATA);
    }
}
