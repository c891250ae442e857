package org.btdetect.associate.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.btdetect.resolve.c.Atom;
import org.btdetect.resolve.c.CBoundary;
import org.btdetect.resolve.c.CCall;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Behavior.Branch;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/** Signals to other processes: {@code kill} and {@code killpg}. Signal 0 only asks whether the process is there. */
public final class Signals implements CBoundary {

    private static final Set<String> FUNCTIONS = Set.of("kill", "killpg");
    private static final Map<Long, String> NAMES = Map.of(
            1L, "SIGHUP", 2L, "SIGINT", 3L, "SIGQUIT", 6L, "SIGABRT", 9L, "SIGKILL", 10L, "SIGUSR1", 12L, "SIGUSR2",
            15L, "SIGTERM", 18L, "SIGCONT", 19L, "SIGSTOP");

    @Override
    public boolean handles(String function) {
        return FUNCTIONS.contains(function);
    }

    @Override
    public Crossing cross(CCall call) {
        Link link = Link.exact(EdgeKind.SIGNAL, call.at(), call.callee());
        List<Branch> branches = new ArrayList<>();
        for (Atom atom : call.value(1).atoms()) {
            boolean asks = atom instanceof Atom.Number number && number.value() == 0;
            String name = atom instanceof Atom.Number number
                    ? NAMES.getOrDefault(number.value(), "signal " + number.value())
                    : atom.text();
            branches.add(new Branch("", asks ? Behavior.NOTHING : signal(link, name, call)));
        }
        return Crossing.of(branches.isEmpty() ? signal(link, call.text(1), call) : Behavior.choice(branches));
    }

    private static Behavior signal(Link link, String name, CCall call) {
        return new Behavior.Operation(link, Layer.QEMU, name, call.text(0), false);
    }
}
