package org.btdetect.associate.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.btdetect.resolve.c.Atom;
import org.btdetect.resolve.c.CBoundary;
import org.btdetect.resolve.c.CCall;
import org.btdetect.resolve.c.CValue;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Behavior.Branch;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/**
 * Programs that are executed: libvirt's commands, made by {@code virCommandNew...} and run by {@code virCommandRun...},
 * {@code virRun}, and the {@code exec} family. The domain's emulator is the virtualization process itself.
 */
public final class ProcessExecution implements CBoundary {

    private static final Set<String> EXEC =
            Set.of("execve", "execv", "execvp", "execvpe", "execl", "execlp", "execle", "posix_spawn");
    private static final Set<String> RUN =
            Set.of("virCommandRun", "virCommandRunAsync", "virCommandRunRegex", "virCommandRunNul", "virCommandExec");
    private static final String MAKE = "virCommandNew";

    @Override
    public boolean handles(String function) {
        return EXEC.contains(function)
                || RUN.contains(function)
                || function.startsWith(MAKE)
                || function.equals("virRun");
    }

    @Override
    public boolean constructs(String function) {
        return function.startsWith(MAKE);
    }

    @Override
    public Crossing cross(CCall call) {
        if (call.callee().startsWith(MAKE)) {
            return new Crossing(Behavior.NOTHING, command(call));
        }
        Link link = Link.exact(EdgeKind.PROCESS_EXECUTION, call.at(), call.callee());
        List<Branch> branches = new ArrayList<>();
        for (String program : programs(call)) {
            branches.add(new Branch("", new Behavior.Operation(link, layer(program), program, "", false)));
        }
        return Crossing.of(Behavior.choice(branches));
    }

    /** {@code virCommandNew("prog")}, {@code virCommandNewArgs(args)}, {@code virCommandNewVAList("prog", list)}. */
    private static CValue command(CCall call) {
        SortedSet<Atom> programs = new TreeSet<>();
        for (Atom atom : call.value(0).atoms()) {
            programs.add(new Atom.Program(name(atom, call.text(0))));
        }
        return programs.isEmpty() ? CValue.of(new Atom.Program(call.text(0))) : CValue.of(programs);
    }

    private static String name(Atom atom, String written) {
        if (atom instanceof Atom.Text text) {
            return text.value().substring(text.value().lastIndexOf('/') + 1);
        }
        boolean variable = written.matches("\\w+");
        return atom instanceof Atom.Origin origin && !variable ? origin.field() : written;
    }

    private static List<String> programs(CCall call) {
        List<String> programs = new ArrayList<>();
        for (Atom atom : call.value(0).atoms()) {
            if (atom instanceof Atom.Program program) {
                programs.add(program.name());
            } else if (atom instanceof Atom.Text) {
                programs.add(name(atom, ""));
            }
        }
        return programs.isEmpty() ? List.of(call.text(0)) : programs;
    }

    private static Layer layer(String program) {
        if (program.endsWith("emulator")) {
            return Layer.QEMU;
        }
        return program.startsWith("qemu-img") ? Layer.IMAGE : Layer.LIBVIRT;
    }
}
