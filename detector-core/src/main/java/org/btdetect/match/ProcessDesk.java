package org.btdetect.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.tree.Layer;

/**
 * Judges what was done to virtualization processes and image files, by who did it: the service, the daemon, a
 * virtualization process that the daemon started, and what these started in turn may.
 */
final class ProcessDesk {
    private static final int MOST_PROCESSES = 1 << 18;
    private static final long SESSION = 5_000_000;
    private static final long DEATH = 15_000_000;
    /** The helper by which services of this framework do what needs more rights; it detaches itself from its service. */
    private static final String HELPER = "privsep-helper";

    private static final Set<String> DAEMONS = Set.of("libvirtd", "virtqemud");

    private final World world;
    private final Map<String, Set<String>> trusted = new HashMap<>();
    private final Map<String, Boolean> descendants = new Bounded<>(MOST_PROCESSES);
    private final Map<String, Incident> offenders = new Bounded<>(MOST_PROCESSES);
    private final Machines machines = new Machines();

    ProcessDesk(World world) {
        this.world = world;
    }

    /** Services name their processes in their own logs, and the daemon those that it starts. */
    void note(Event event) {
        Layer layer = event.source().layer();
        if (layer == Layer.COMPUTE || layer == Layer.LIBVIRT) {
            trusted.computeIfAbsent(event.source().host(), host -> new HashSet<>())
                    .add(event.link().thread());
        }
        machines.note(event);
    }

    private static String key(Event event, long process) {
        return event.source().host() + "/" + process;
    }

    void judge(Event event) {
        if (event.kind() == EventKind.FILE || event.kind() == EventKind.PROGRAM) {
            accessed(event);
        } else if (event.kind() == EventKind.PROCESS) {
            changed(event);
        }
    }

    private void accessed(Event event) {
        Actor actor = event.actor();
        if (event.target().path().isEmpty() && event.target().inode().isEmpty()) {
            return;
        }
        if (isLicensed(event)) {
            descendants.put(key(event, actor.process()), true);
            return;
        }
        boolean isMachine = machines.isEmulator(actor.program());
        Layer level = isMachine ? Layer.QEMU : Layer.IMAGE;
        Incident incident = session(event).orElseGet(() -> opened(event, level));
        incident.with(event, "process " + actor.process());
        offenders.put(key(event, actor.process()), incident);
        if (actor.parent() > 1) {
            offenders.putIfAbsent(key(event, actor.parent()), incident);
        }
        world.alias(sessionKey(event), incident);
    }

    private Incident opened(Event event, Layer level) {
        Actor actor = event.actor();
        Incident fresh = world.open(
                "process " + event.source().host() + " " + actor.process() + " " + event.origin(),
                event,
                level,
                Layer.COMPUTE,
                "an operation that lets " + actor.program() + " open "
                        + event.target().path());
        fresh.actor(actor.program() + ", process " + actor.process() + " of user " + actor.uid()
                + (actor.loginUid() == Actor.UNTOLD ? "" : ", logged in as user " + actor.loginUid()));
        fresh.reject(
                "the service",
                "neither process " + actor.process() + " nor its parent " + actor.parent() + " is one of its");
        fresh.reject("a virtualization process", "the daemon started no process " + actor.process());
        return fresh;
    }

    private boolean isLicensed(Event event) {
        Actor actor = event.actor();
        if (actor.loginUid() != Actor.UNTOLD) {
            return false; // a session of a person; services have none
        }
        return isKnown(event, actor.process())
                || isKnown(event, actor.parent())
                || isHelper(event)
                || isDaemon(actor)
                || machines.isKnown(event);
    }

    private boolean isKnown(Event event, long process) {
        return isTrusted(event, process) || descendants.containsKey(key(event, process));
    }

    private boolean isTrusted(Event event, long process) {
        return trusted.getOrDefault(event.source().host(), Set.of()).contains(String.valueOf(process));
    }

    private static boolean isDaemon(Actor actor) {
        return actor.parent() == 1 && DAEMONS.contains(fileName(actor.program()));
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isHelper(Event event) {
        return event.actor().parent() == 1 && event.field("arguments").contains(HELPER);
    }

    /** Accesses of one process, of its parent or its children, or of the same person a moment later, are one incident. */
    private Optional<Incident> session(Event event) {
        Actor actor = event.actor();
        Incident own = offenders.get(key(event, actor.process()));
        if (own != null) {
            return Optional.of(own);
        }
        Incident parents = offenders.get(key(event, actor.parent()));
        long since = event.time().micros() - SESSION;
        if (parents != null && parents.to() >= since && parents.object().equals(world.instance(event))) {
            return Optional.of(parents);
        }
        return world.incident(sessionKey(event)).filter(incident -> incident.to() >= since);
    }

    private String sessionKey(Event event) {
        Actor actor = event.actor();
        return "session " + actor.loginUid() + " " + actor.uid() + " " + world.instance(event);
    }

    private void changed(Event event) {
        String instance = world.instance(event);
        if (instance.isEmpty()) {
            return;
        }
        Guest guest = world.guest(instance);
        if (event.operation().equals("signal")) {
            signalled(event, instance);
        } else if (event.operation().equals("taint") || event.phase() == Event.Phase.END) {
            ended(event, guest, instance);
        }
    }

    private void signalled(Event event, String instance) {
        Actor actor = event.actor();
        boolean isDaemon = isTrusted(event, actor.process()) || DAEMONS.contains(fileName(actor.program()));
        if (!isDaemon) {
            killed(event, instance, "process " + actor.process() + " (" + actor.program() + ")");
        }
    }

    /** A process that ends without anyone's asking, and says nothing about it, was killed or crashed. */
    private void ended(Event event, Guest guest, String instance) {
        long since = event.time().micros() - DEATH;
        Optional<Incident> before =
                guest.lastIncident().filter(incident -> incident.to() >= since && incident.to() >= guest.lastCall());
        if (before.isPresent()) {
            before.get().echo(event, "domain log of " + instance);
        } else if (event.field("reason").equals("crashed") && guest.lastOwnEnd() < since) {
            killed(event, instance, "unknown: a signal that leaves no record, or the process's own crash");
        }
    }

    private void killed(Event event, String instance, String who) {
        String key = "kill " + instance;
        Optional<Incident> before = world.incident(key)
                .filter(incident -> incident.to() >= event.time().micros() - DEATH);
        if (before.isPresent()) {
            before.get().with(event, "domain log of " + instance);
            return;
        }
        Incident incident = world.open(
                        key,
                        event,
                        Layer.QEMU,
                        Layer.LIBVIRT,
                        "a call of the daemon's API that ends the process of " + instance)
                .with(event, "domain log of " + instance);
        incident.actor(who);
        incident.reject("the daemon", "no call that ends the process was made");
    }
}
