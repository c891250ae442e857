package org.btdetect.grow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.btdetect.associate.python.ServiceRoots;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;

/** What Nova's services do without a user: each activity is named for what starts it and for its function. */
final class ServiceActivities {

    private static final String SEPARATOR = ":";

    private final Interpreter interpreter;
    private final Reactions reactions;
    private final Set<String> wanted;
    private final BuildListener listener;
    private final List<String> names = new ArrayList<>();

    /**
     * @param reactions knows the functions that have been registered for events
     * @param wanted the names of the activities that are wanted; empty for all
     */
    ServiceActivities(Interpreter interpreter, Reactions reactions, Set<String> wanted, BuildListener listener) {
        this.interpreter = interpreter;
        this.reactions = reactions;
        this.wanted = wanted;
        this.listener = listener;
    }

    /** The names of all activities that have been met, wanted or not. */
    List<String> names() {
        return List.copyOf(names);
    }

    /** Services register their callbacks when they start, so events come last. */
    List<GrownAction> grow() {
        List<GrownAction> grown = new ArrayList<>();
        List<ServiceRoots.Root> roots = new ServiceRoots(interpreter).all();
        roots.forEach(root -> grow(root, grown));
        if (wanted.isEmpty() || wanted.stream().anyMatch(name -> name.startsWith(RootKind.EVENT.id() + SEPARATOR))) {
            roots.stream().filter(root -> root.kind() == RootKind.STARTUP).forEach(this::grow);
            reactions.roots(interpreter).forEach(root -> grow(root, grown));
        }
        return grown;
    }

    private void grow(ServiceRoots.Root root, List<GrownAction> grown) {
        names.add(name(root));
        if (wanted.isEmpty() || wanted.contains(name(root))) {
            listener.stage("growing " + name(root));
            grown.add(grow(root));
        }
    }

    /** What libvirt does when QEMU reports an event. */
    void addNative(NativeCode code, List<GrownAction> grown) {
        code.events().forEach((event, behavior) -> {
            String name = RootKind.EVENT.id() + SEPARATOR + event;
            names.add(name);
            if ((wanted.isEmpty() || wanted.contains(name)) && behavior instanceof Behavior.Invocation call) {
                grown.add(new GrownAction(
                        new GrownAction.Start(RootKind.EVENT, Layer.QEMU),
                        name,
                        Route.NONE,
                        call.link().evidence(),
                        call.target().function(),
                        behavior,
                        List.of()));
            }
        });
    }

    private static String name(ServiceRoots.Root root) {
        return root.kind().id() + SEPARATOR + root.name();
    }

    private GrownAction grow(ServiceRoots.Root root) {
        EdgeKind kind = root.kind() == RootKind.EVENT ? EdgeKind.CALLBACK : EdgeKind.LIBRARY_MODEL;
        Link link = Link.exact(kind, root.declaration(), root.name());
        return new GrownAction(
                new GrownAction.Start(root.kind(), root.layer()),
                name(root),
                Route.NONE,
                root.declaration(),
                root.name(),
                Entries.enter(
                        interpreter.call(root.handler(), root.arguments(), link).behavior(), root.layer()),
                List.of());
    }
}
