package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final BiFunction<String, List<Value>, Optional<Target>> library;

    /**
     * A C function.
     *
     * @param crosses whether calling it enters libvirt's layer; one that does not ask the daemon runs within its caller
     */
    public record Target(Activation activation, boolean crosses) {}

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
        Behavior behavior = library.apply(call.name(), arguments)
                .<Behavior>map(target -> new Behavior.Invocation(
                        link, target.activation(), target.crosses() ? Optional.of(Layer.LIBVIRT) : Optional.empty()))
                .orElseGet(() -> new Behavior.Operation(link, Layer.LIBVIRT, call.name(), "", false));
        return Optional.of(Outcome.of(result, behavior));
    }
}
