package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.EntryPoint;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;

/** {@code stevedore}: managers that load what entry points of a namespace offer, and call all of it. */
public final class Plugins implements LibraryModel {

    private static final String MANAGER = "plugin-manager";
    private static final String PLUGIN = "plugin";
    private static final Map<String, Integer> PARTS = Map.of("name", 0, "plugin", 1, "entry_point", 1, "obj", 2);

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.isOf("stevedore")) {
            return call.name().endsWith("Manager") ? Optional.of(manager(call)) : Optional.empty();
        }
        if (!call.path().startsWith(MANAGER + ".")) {
            return Optional.empty();
        }
        List<Value> plugins = call.receiver()
                .map(receiver -> ((Atom.Modeled) receiver).parts())
                .orElse(List.of());
        return switch (call.name()) {
            case "map" -> Optional.of(map(call, plugins));
            case "map_method" -> Optional.of(mapMethod(call, plugins));
            case "names" ->
                Optional.of(Outcome.of(Value.of(new Atom.Tuple(
                        plugins.stream().map(plugin -> part(plugin, "name")).toList()))));
            default -> Optional.empty();
        };
    }

    private static Outcome manager(ExternalCall call) {
        Arguments arguments = call.arguments();
        Optional<String> namespace = arguments.get(0, "namespace").flatMap(Value::asText);
        if (namespace.isEmpty()) {
            return Outcome.of(Value.UNKNOWN, new Behavior.Unresolved(call.link(), "the namespace is not known"));
        }
        Optional<String> only = call.name().equals("DriverManager")
                ? arguments.get(1, "name").flatMap(Value::asText)
                : Optional.empty();
        List<Value> plugins = new ArrayList<>();
        List<Behavior> behaviors = new ArrayList<>();
        for (EntryPoint point : call.interpreter().source().entryPoints()) {
            boolean wanted = point.group().equals(namespace.get())
                    && only.filter(name -> !name.equals(point.name())).isEmpty();
            if (wanted) {
                Outcome loaded = load(call, point);
                if (isEnabled(call, loaded.value())) {
                    plugins.add(loaded.value());
                    behaviors.add(loaded.behavior());
                }
            }
        }
        return Outcome.of(Value.of(new Atom.Modeled(MANAGER, plugins)), Behavior.sequence(behaviors));
    }

    private static Outcome load(ExternalCall call, EntryPoint point) {
        Value plugin = point.attribute().isEmpty()
                ? Value.of(new Atom.ModuleRef(point.module()))
                : Imports.named(call.interpreter(), point.module() + "." + point.attribute());
        Outcome made = invoked(call.arguments())
                ? call.interpreter().call(plugin, constructorArguments(call.arguments()), call.link())
                : Outcome.of(Value.NONE);
        return made.value(Value.of(new Atom.Modeled(PLUGIN, List.of(Value.text(point.name()), plugin, made.value()))));
    }

    private static boolean invoked(Arguments arguments) {
        return arguments.get(2, "invoke_on_load").filter(Value.TRUE::equals).isPresent()
                || arguments.get(1, "invoke_on_load").filter(Value.TRUE::equals).isPresent();
    }

    private static Arguments constructorArguments(Arguments given) {
        List<Value> positional = given.get(3, "invoke_args")
                .flatMap(value -> value.single(Atom.Tuple.class))
                .map(Atom.Tuple::elements)
                .orElse(List.of());
        Bindings keywords = given.get(4, "invoke_kwds")
                .flatMap(value -> value.single(Atom.Dictionary.class))
                .map(Atom.Dictionary::known)
                .orElse(Bindings.EMPTY);
        return new Arguments(positional, keywords, Value.NOTHING, Value.NOTHING);
    }

    private static boolean isEnabled(ExternalCall call, Value plugin) {
        Optional<Value> check = call.arguments().get(-1, "check_func");
        return check.isEmpty()
                || !call.interpreter()
                        .call(check.get(), Arguments.of(plugin), call.link())
                        .value()
                        .equals(Value.FALSE);
    }

    private static Outcome map(ExternalCall call, List<Value> plugins) {
        return each(
                call,
                plugins,
                plugin -> new Each(
                        call.arguments().first(), call.arguments().drop(1).prepend(plugin)));
    }

    private static Outcome mapMethod(ExternalCall call, List<Value> plugins) {
        String method = call.arguments().first().asText().orElse("");
        return each(
                call,
                plugins,
                plugin -> new Each(
                        call.interpreter().attribute(part(plugin, "obj"), method),
                        call.arguments().drop(1)));
    }

    private record Each(Value callee, Arguments arguments) {}

    private static Outcome each(
            ExternalCall call, List<Value> plugins, java.util.function.Function<Value, Each> ofPlugin) {
        Link link = new Link(
                EdgeKind.LIBRARY_MODEL, call.link().evidence(), call.link().callText(), Certainty.EXACT);
        Value results = Value.NOTHING;
        List<Behavior> behaviors = new ArrayList<>();
        for (Value plugin : plugins) {
            Each each = ofPlugin.apply(plugin);
            Outcome outcome = call.interpreter().call(each.callee(), each.arguments(), link);
            results = results.join(outcome.value());
            behaviors.add(outcome.behavior());
        }
        return Outcome.of(Value.of(new Atom.Elements(results)), Behavior.sequence(behaviors));
    }

    private static Value part(Value plugin, String name) {
        return plugin.single(Atom.Modeled.class)
                .map(modeled -> modeled.part(PARTS.getOrDefault(name, 0)))
                .orElse(Value.UNKNOWN);
    }

    @Override
    public Optional<Value> attribute(Interpreter interpreter, Atom target, String name) {
        if (!(target instanceof Atom.Modeled modeled)) {
            return Optional.empty();
        }
        if (modeled.kind().equals(PLUGIN) && PARTS.containsKey(name)) {
            return Optional.of(modeled.part(PARTS.getOrDefault(name, 0)));
        }
        return modeled.kind().equals(MANAGER) && name.equals("driver")
                ? Optional.of(objects(modeled))
                : Optional.empty();
    }

    /** What a manager of one driver holds. */
    private static Value objects(Atom.Modeled manager) {
        return manager.parts().stream().map(Plugins::object).reduce(Value.NOTHING, Value::join);
    }

    private static Value object(Value plugin) {
        Value made = part(plugin, "obj");
        return made.equals(Value.NONE) ? part(plugin, "plugin") : made;
    }

    @Override
    public Optional<Value> element(Interpreter interpreter, Atom target) {
        return target instanceof Atom.Modeled modeled && modeled.kind().equals(MANAGER)
                ? Optional.of(modeled.parts().stream().reduce(Value.NOTHING, Value::join))
                : Optional.empty();
    }
}
