package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/**
 * The libvirt binding: a method of {@code libvirt.py} calls {@code libvirtmod.virDomainShutdown(self._o)}, so the C function is read
 * there and not guessed from the method's name. A function whose source is not there is where the tree ends.
 */
public final class Binding implements LibraryModel {

    private static final String PREFIX = "libvirtmod";

    private final Set<Registration> registrations = new LinkedHashSet<>();
    private final BiFunction<String, List<Value>, Optional<Target>> library;

    /**
     * A C function.
     *
     * @param crosses whether calling it enters libvirt's layer; one that does not ask the daemon runs within its caller
     */
    public record Target(Activation activation, boolean crosses) {}

    /**
     * A function that was registered to be called when libvirt reports an event.
     *
     * @param function the C function that registers it
     * @param data what the binding keeps with the function and hands to its dispatcher
     */
    public record Registration(String function, List<Value> arguments, Value callback, Value data) {
        public Registration {
            arguments = List.copyOf(arguments);
        }
    }

    /** The functions that have been registered so far, in a fixed order. */
    public List<Registration> registrations() {
        return registrations.stream()
                .sorted(Comparator.comparing(Registration::toString))
                .toList();
    }

    /** @param library gives the C function of that name for abstract arguments; empty if there is none */
    public Binding(BiFunction<String, List<Value>, Optional<Target>> library) {
        this.library = library;
    }

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        int dot = call.path().indexOf('.');
        if (!call.path().startsWith(PREFIX) || dot < 0 || call.path().indexOf('.', dot + 1) > 0) {
            return Optional.empty();
        }
        Value result = Value.of(new Atom.External(call.path() + "()"));
        Link link = new Link(
                EdgeKind.BINDING,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        List<Value> arguments = new ArrayList<>(call.arguments().positional());
        arguments.forEach(argument -> register(call.name(), arguments, argument));
        Behavior behavior = library.apply(call.name(), arguments)
                .<Behavior>map(target -> new Behavior.Invocation(
                        link, target.activation(), target.crosses() ? Optional.of(Layer.LIBVIRT) : Optional.empty()))
                .orElseGet(() -> new Behavior.Operation(link, Layer.LIBVIRT, call.name(), "", false));
        return Optional.of(Outcome.of(result, behavior));
    }

    /** The binding keeps a callback in a dictionary, with what else its dispatcher needs. */
    private void register(String function, List<Value> arguments, Value argument) {
        for (Atom atom : argument.atoms()) {
            if (atom instanceof Atom.Dictionary kept) {
                Value callback = kept.known().asMap().values().stream()
                        .map(value -> value.filter(Binding::isFunction))
                        .reduce(Value.NOTHING, Value::join);
                if (!callback.isNothing()) {
                    registrations.add(new Registration(function, arguments, callback, Value.of(kept)));
                }
            }
        }
    }

    private static boolean isFunction(Atom atom) {
        return atom instanceof Atom.Closure || atom instanceof Atom.Decorated || atom instanceof Atom.Method;
    }
}
