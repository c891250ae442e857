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

/** Commands to the agent inside the virtual machine: the first argument of {@code qemuAgentMakeCommand} is the name. */
public final class AgentCommand implements CBoundary {

    private static final String COMMAND = "qemuAgentMakeCommand";

    private final Qapi schema;
    private final HandlerIndex handlers;

    /** @param schema the agent's own schema */
    public AgentCommand(Qapi schema, HandlerIndex handlers) {
        this.schema = schema;
        this.handlers = handlers;
    }

    @Override
    public boolean handles(String function) {
        return function.equals(COMMAND);
    }

    @Override
    public Crossing cross(CCall call) {
        List<String> names = CommandArguments.texts(call.value(0));
        Certainty certainty = names.size() == 1 ? Certainty.EXACT : Certainty.AMBIGUOUS;
        Link link = new Link(EdgeKind.AGENT_COMMAND, call.at(), call.callee(), certainty);
        if (names.isEmpty()) {
            return Crossing.of(new Behavior.Unresolved(link, "the agent command's name is not known: " + call.text(0)));
        }
        String arguments = CommandArguments.shape(call, 1);
        List<Branch> branches = new ArrayList<>();
        names.forEach(name -> branches.add(new Branch("", command(link, name, arguments))));
        return Crossing.of(Behavior.choice(branches));
    }

    private Behavior command(Link link, String name, String arguments) {
        Optional<Qapi.Command> declared = schema.command(name);
        boolean onlyReads = name.startsWith("guest-get-") || name.equals("guest-ping") || name.equals("guest-info");
        if (declared.isEmpty() || onlyReads) {
            return new Behavior.Operation(link, Layer.GUEST, name, arguments, onlyReads);
        }
        Activation command = new Activation(name, declared.get().at(), arguments);
        command.complete(handlers.enter(declared.get(), Layer.GUEST));
        return new Behavior.Invocation(link, command, Optional.of(Layer.GUEST));
    }
}
