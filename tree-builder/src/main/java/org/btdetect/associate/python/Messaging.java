package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/**
 * {@code oslo.messaging}: a client made for a target, its casts and calls, and the endpoint's method that a message is for. The
 * method's name is the message's text argument, whatever way it came there.
 */
public final class Messaging implements LibraryModel {

    private static final String LIBRARY = "oslo_messaging";
    static final String TARGET = "rpc-target";
    private static final String CLIENT = "rpc-client";
    private static final int TOPIC = 0;
    private static final int NAMESPACE = 1;
    private static final int VERSION = 2;

    private final Endpoints endpoints = new Endpoints();

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().startsWith(CLIENT + ".")) {
            return call.receiver().flatMap(receiver -> onClient(call, (Atom.Modeled) receiver));
        }
        if (!call.isOf(LIBRARY) && !call.isOf("oslo.messaging")) {
            return Optional.empty();
        }
        return switch (call.name()) {
            case "Target" -> Optional.of(Outcome.of(target(call.arguments())));
            case "RPCClient", "get_rpc_client" -> client(call.arguments());
            default -> Optional.empty();
        };
    }

    private static Value target(Arguments arguments) {
        Value topic = arguments.get(1, "topic").orElse(Value.NONE);
        Value namespace = arguments.get(2, "namespace").orElse(Value.NONE);
        Value version = arguments.get(3, "version").orElse(Value.NONE);
        return Value.of(new Atom.Modeled(TARGET, List.of(topic, namespace, version)));
    }

    private static Optional<Outcome> client(Arguments arguments) {
        return arguments
                .get(1, "target")
                .flatMap(value -> value.single(Atom.Modeled.class))
                .filter(target -> target.kind().equals(TARGET))
                .map(target -> Outcome.of(
                        Value.of(new Atom.Modeled(CLIENT, List.of(Value.of(target), target.part(VERSION))))));
    }

    @Override
    public Optional<Value> attribute(Interpreter interpreter, Atom target, String name) {
        return target instanceof Atom.Modeled client && client.kind().equals(CLIENT) && name.equals("target")
                ? Optional.of(client.part(0))
                : Optional.empty();
    }

    private Optional<Outcome> onClient(ExternalCall call, Atom.Modeled client) {
        return switch (call.name()) {
            case "prepare" -> Optional.of(Outcome.of(prepared(call.arguments(), client)));
            case "cast" -> Optional.of(send(call, client, EdgeKind.RPC_CAST));
            case "call" -> Optional.of(send(call, client, EdgeKind.RPC_CALL));
            // Both ends are of one release.
            case "can_send_version" -> Optional.of(Outcome.of(Value.TRUE));
            default -> Optional.of(Outcome.of(Value.DATA));
        };
    }

    private static Value prepared(Arguments arguments, Atom.Modeled client) {
        Value version = arguments
                .get(3, "version")
                .filter(value -> !value.equals(Value.NONE))
                .orElse(client.part(1));
        Value target = arguments
                .get(-1, "namespace")
                .map(namespace -> inNamespace(client.part(0), namespace))
                .orElse(client.part(0));
        return Value.of(new Atom.Modeled(CLIENT, List.of(target, version)));
    }

    private static Value inNamespace(Value target, Value namespace) {
        return target.single(Atom.Modeled.class)
                .map(old -> Value.of(new Atom.Modeled(TARGET, List.of(old.part(TOPIC), namespace, old.part(VERSION)))))
                .orElse(target);
    }

    private Outcome send(ExternalCall call, Atom.Modeled client, EdgeKind kind) {
        Atom.Modeled target = client.part(0).single(Atom.Modeled.class).orElse(new Atom.Modeled(TARGET, List.of()));
        Value names = call.arguments().get(1, "method").orElse(Value.NOTHING);
        Arguments message = new Arguments(
                call.arguments().positional().isEmpty()
                        ? List.of()
                        : call.arguments().positional().subList(0, 1),
                call.arguments().keywords(),
                Value.NOTHING,
                call.arguments().unpackedRest());
        List<Outcome> outcomes = new ArrayList<>();
        for (Atom atom : names.atoms()) {
            Optional<String> method = Value.of(atom).asText();
            outcomes.add(
                    method.isPresent()
                            ? deliver(call, target, client.part(1), method.get(), message, kind)
                            : lost(call, "the message's method is not known"));
        }
        return merged(outcomes, kind);
    }

    private Outcome deliver(
            ExternalCall call, Atom.Modeled target, Value version, String method, Arguments message, EdgeKind kind) {
        String topic = target.part(TOPIC).asText().orElse("");
        Optional<String> namespace = target.part(NAMESPACE).asText();
        Value handlers = endpoints.method(call.interpreter(), topic, namespace, version.asText(), method);
        if (handlers.isNothing()) {
            return lost(call, "no endpoint of topic " + topic + " has a method " + method);
        }
        Certainty certainty =
                handlers.atoms().size() > 1 ? Certainty.AMBIGUOUS : call.link().certainty();
        Link link = new Link(kind, call.link().evidence(), call.link().callText(), certainty);
        Outcome outcome = call.interpreter().call(handlers, message, link);
        return outcome.behavior(Crossings.enter(outcome.behavior(), layer(topic).orElse(Layer.COMPUTE)));
    }

    /** A layer is named for the service that listens to the topic. */
    static Optional<Layer> layer(String topic) {
        return Arrays.stream(Layer.values())
                .filter(layer -> layer.name().equals(topic.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** An endpoint that is made of nothing is the one of its service. */
    @Override
    public boolean isSingle(PyClass type) {
        return Endpoints.hasTarget(type.definition()) && !needsArguments(type.definition());
    }

    private static boolean needsArguments(Statement.ClassDefinition definition) {
        return definition.body().statements().stream()
                .filter(Statement.FunctionDefinition.class::isInstance)
                .map(statement -> ((Statement.FunctionDefinition) statement).function())
                .filter(function -> function.name().equals("__init__"))
                .flatMap(function -> function.parameters().stream().skip(1))
                .anyMatch(parameter -> parameter.kind() == Parameter.Kind.ORDINARY
                        && parameter.defaultValue().isEmpty());
    }

    private static Outcome lost(ExternalCall call, String reason) {
        return Outcome.of(Value.UNKNOWN, new Behavior.Unresolved(call.link(), reason));
    }

    private static Outcome merged(List<Outcome> outcomes, EdgeKind kind) {
        Value value = Value.NOTHING;
        List<Behavior.Branch> branches = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            value = value.join(outcome.value());
            branches.add(new Behavior.Branch("", outcome.behavior()));
        }
        Behavior behavior = Behavior.choice(branches);
        return kind == EdgeKind.RPC_CAST
                ? Outcome.of(Value.NONE, Behavior.detached(behavior))
                : Outcome.of(value, behavior);
    }
}
