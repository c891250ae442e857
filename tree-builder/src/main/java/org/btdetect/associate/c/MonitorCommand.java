package org.btdetect.associate.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.resolve.c.CBoundary;
import org.btdetect.resolve.c.CCall;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Behavior.Branch;
import org.btdetect.summary.Link;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.RootKind;

/**
 * Commands to QEMU's monitor: the first argument of {@code qemuMonitorJSONMakeCommand...} is the command's name, what follows
 * its arguments. A command that the QAPI schema declares enters its handler, unless it only asks, and may cause events later; an
 * action of a transaction is an operation.
 */
public final class MonitorCommand implements CBoundary {

    private static final String COMMAND = "qemuMonitorJSONMakeCommand";
    private static final String ACTION = "qemuMonitorJSONTransactionAdd";

    private final Qapi schema;
    private final HandlerIndex handlers;
    private final CommandEvents events = CommandEvents.read();

    public MonitorCommand(Qapi schema, HandlerIndex handlers) {
        this.schema = schema;
        this.handlers = handlers;
    }

    @Override
    public boolean handles(String function) {
        return function.startsWith(COMMAND) || function.equals(ACTION);
    }

    @Override
    public Crossing cross(CCall call) {
        boolean action = call.callee().equals(ACTION);
        List<String> names = CommandArguments.texts(call.value(action ? 1 : 0));
        Link link = new Link(
                EdgeKind.MONITOR_COMMAND,
                call.at(),
                call.callee(),
                names.size() == 1 ? Certainty.EXACT : Certainty.AMBIGUOUS);
        if (names.isEmpty()) {
            return Crossing.of(
                    new Behavior.Unresolved(link, "the monitor command's name is not known: " + call.text(0)));
        }
        String arguments = CommandArguments.shape(call, action ? 2 : 1);
        List<Branch> branches = new ArrayList<>();
        for (String name : names) {
            Behavior body = action
                    ? new Behavior.Operation(link, Layer.QEMU, name, "transaction action", false)
                    : command(link, name, arguments);
            branches.add(new Branch("", body));
        }
        return Crossing.of(Behavior.choice(branches));
    }

    private Behavior command(Link link, String name, String arguments) {
        Optional<Qapi.Command> declared = schema.command(name);
        if (declared.isEmpty() || Qapi.onlyReads(name)) {
            return new Behavior.Operation(link, Layer.QEMU, name, arguments, Qapi.onlyReads(name));
        }
        Activation command = new Activation(name, declared.get().at(), arguments);
        command.complete(Behavior.sequence(handlers.enter(declared.get(), Layer.QEMU), caused(name)));
        return new Behavior.Invocation(link, command, Optional.of(Layer.QEMU));
    }

    /** Each event that the command may cause, by the name of the tree that tells what follows. */
    private Behavior caused(String command) {
        List<Behavior> caused = new ArrayList<>();
        for (String event : events.of(command)) {
            schema.event(event).ifPresent(at -> {
                Link link = Link.exact(EdgeKind.CALLBACK, at, event);
                String name = RootKind.EVENT.id() + ":" + event;
                Behavior reported = new Behavior.Operation(link, Layer.QEMU, name, "", false);
                caused.add(Behavior.choice(List.of(new Branch("", reported), new Branch("", Behavior.NOTHING))));
            });
        }
        return Behavior.detached(Behavior.sequence(caused));
    }
}
