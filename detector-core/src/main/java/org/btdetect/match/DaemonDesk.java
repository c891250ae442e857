package org.btdetect.match;

import java.util.Optional;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.tree.Layer;

/**
 * Judges calls to the virtualization daemon and what it tells the virtualization processes.
 *
 * <p>A call of the service that changes something consumes a licence of an execution that is open on the instance. A call
 * that changes something, by anyone else, has no licence.
 */
final class DaemonDesk {
    private static final long JUST_BEFORE = 30_000_000;

    private final World world;
    private final Connections connections;

    DaemonDesk(World world) {
        this.world = world;
        this.connections = new Connections(world.catalogue());
    }

    void note(Event event) {
        connections.note(event);
    }

    void judge(Event event) {
        if (event.kind() == EventKind.API_CALL) {
            if (event.phase() != Event.Phase.END) {
                called(event);
            }
        } else if (event.kind() == EventKind.MONITOR_COMMAND) {
            if (event.phase() != Event.Phase.END && !world.catalogue().isQuery(event.operation())) {
                commanded(event);
            }
        } else if (event.kind() == EventKind.MONITOR_EVENT) {
            happened(event);
        }
    }

    private void called(Event event) {
        String flags = event.field("flags");
        boolean isService = connections.isService(event);
        if (isService && event.phase() == Event.Phase.POINT) {
            return; // what the daemon calls of its own while it answers a call
        }
        if (event.link().client().isEmpty()) {
            return; // the daemon's own threads
        }
        if (world.catalogue().isRead(event.operation())) {
            if (!isService && DaemonCalls.asksForSecrets(event.operation(), flags)) {
                foreign(event);
            }
            return;
        }
        String instance = world.instance(event);
        if (isExplainable(event, instance)) {
            connections.explained(event);
        }
        if (isService) {
            licensed(event, instance);
        } else {
            foreign(event);
        }
        if (!instance.isEmpty()) {
            world.guest(instance).called(event.time().micros());
        }
    }

    private boolean isExplainable(Event event, String instance) {
        for (Run run : world.guest(instance).runs()) {
            if (run.knows(event.operation())) {
                return true;
            }
        }
        return false;
    }

    private void licensed(Event event, String instance) {
        Guest guest = world.guest(instance);
        long now = event.time().micros();
        for (Run run : guest.runs()) {
            if (run.isOpen(now) && run.consume(event.operation())) {
                run.touch(now);
                guest.supersedeBefore(run);
                consumed(event, run);
                return;
            }
        }
        Optional<Run> deviating = guest.active(event.operation(), now);
        if (deviating.isPresent()) {
            consumed(event, deviating.get());
        } else {
            unlicensed(event, instance);
        }
    }

    /** The service does what no open execution has left: somebody made it do so by other means than a request. */
    private void unlicensed(Event event, String instance) {
        Guest guest = world.guest(instance);
        Incident incident = world.open(
                        "call " + event.link() + event.origin(),
                        event,
                        Layer.COMPUTE,
                        Layer.COMPUTE,
                        "an operation on " + instance + " whose tree has " + event.operation())
                .with(event, "the service's connection " + event.link().client());
        incident.actor("someone who can send messages to the service: its own connection was used");
        for (Run run : guest.runs()) {
            incident.reject(
                    run.root().map(Request::operation).orElse("the service's own work") + " " + run.request(),
                    run.isSuperseded()
                            ? "another operation has changed the instance since"
                            : "its tree has no " + event.operation() + " left here");
        }
        Run run = Run.of(incident, "", instance, false);
        run.may(world.catalogue().plans(plan -> plan.net().knows(event.operation())));
        run.consume(event.operation());
        run.touch(event.time().micros());
        guest.open(run);
    }

    private static void consumed(Event event, Run run) {
        String key = "the service's connection " + event.link().client() + ", instance " + run.instance();
        if (run.incident().isPresent()) {
            if (run.cause() == Run.Cause.REACTION) {
                run.incident().get().echo(event, key);
            } else {
                run.incident().get().with(event, key);
            }
        } else {
            run.trail().add(event, key);
        }
    }

    /** Someone else's call: one incident for each connection. */
    private void foreign(Event event) {
        boolean isPassThrough =
                event.kind() == EventKind.MONITOR_COMMAND || DaemonCalls.isPassThrough(event.operation());
        Layer level = isPassThrough ? Layer.QEMU : Layer.LIBVIRT;
        String key = key(event);
        Optional<Incident> known = world.incident(key);
        Incident incident = known.orElseGet(() -> {
            Incident fresh = world.open(
                    key,
                    event,
                    level,
                    Layer.COMPUTE,
                    "an operation of the service whose tree has " + event.operation());
            fresh.actor("a client of the daemon that is not the service: connection "
                    + event.link().client());
            fresh.reject("an execution of the service", "the call came over another connection than the service's");
            return fresh;
        });
        incident.raise(level);
        incident.with(event, "connection " + event.link().client());
    }

    private static String key(Event event) {
        return "connection " + event.source().host() + " " + event.link().client();
    }

    /** A command is explained by the call that sent it, where that call is on record. */
    private void commanded(Event event) {
        if (event.link().client().isEmpty()) {
            return; // the daemon's own threads finish what calls began
        }
        Optional<Incident> incident = world.incident(key(event));
        if (incident.isPresent()) {
            incident.get()
                    .with(
                            event,
                            "connection " + event.link().client() + ", "
                                    + event.link().message());
        } else if (!connections.isService(event)) {
            foreign(event);
        }
    }

    /** What the virtualization process says of itself follows from what was done just before. */
    private void happened(Event event) {
        String instance = world.instance(event);
        if (instance.isEmpty()) {
            return;
        }
        Guest guest = world.guest(instance);
        if (event.field("guest").equals("true") || event.operation().startsWith("GUEST_")) {
            guest.endedItself(event.time().micros());
        }
        long since = event.time().micros() - JUST_BEFORE;
        guest.lastIncident()
                .filter(incident -> incident.to() >= since && incident.to() >= guest.lastCall())
                .ifPresent(incident -> incident.echo(event, "monitor of " + instance));
    }
}
