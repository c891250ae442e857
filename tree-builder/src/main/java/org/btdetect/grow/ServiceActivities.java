package org.btdetect.grow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.btdetect.associate.python.ServiceRoots;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Route;

/** What Nova's services do without a user: each activity is named for what starts it and for its function. */
final class ServiceActivities {

    private final Interpreter interpreter;
    private final Set<String> wanted;
    private final BuildListener listener;
    private final List<ServiceRoots.Root> roots;

    /** @param wanted the names of the activities that are wanted; empty for all */
    ServiceActivities(Interpreter interpreter, Set<String> wanted, BuildListener listener) {
        this.interpreter = interpreter;
        this.wanted = wanted;
        this.listener = listener;
        this.roots = new ServiceRoots(interpreter).all();
    }

    /** The names of all activities, wanted or not. */
    List<String> names() {
        return roots.stream().map(ServiceActivities::name).toList();
    }

    List<GrownAction> grow() {
        List<GrownAction> grown = new ArrayList<>();
        for (ServiceRoots.Root root : roots) {
            if (wanted.isEmpty() || wanted.contains(name(root))) {
                listener.stage("growing " + name(root));
                grown.add(grow(root));
            }
        }
        return grown;
    }

    private static String name(ServiceRoots.Root root) {
        return root.kind().id() + ":" + root.name();
    }

    private GrownAction grow(ServiceRoots.Root root) {
        Link link = Link.exact(EdgeKind.LIBRARY_MODEL, root.declaration(), root.name());
        return new GrownAction(
                new GrownAction.Start(root.kind(), root.layer()),
                name(root),
                Route.NONE,
                root.declaration(),
                root.name(),
                Entries.enter(
                        interpreter
                                .call(root.handler(), root.arguments(), link)
                                .behavior(),
                        root.layer()),
                List.of());
    }
}
