package org.btdetect.match;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.RootKind;

/**
 * Judges the records of the services: requests, and what the service that does the work says about each of them.
 *
 * <p>A record of a request that was accepted belongs to it, as often as its action may leave such a record. A record
 * without a user belongs to the service's own work if a tree that no request starts leaves it. Any other is of an operation
 * that nobody asked the service for.
 */
final class ServiceDesk {
    private static final Pattern HANDLER = Pattern.compile("bound method (\\S+) of");
    private static final long LICENCE = 600_000_000;

    private final World world;
    private final Catalogue catalogue;

    ServiceDesk(World world) {
        this.world = world;
        this.catalogue = world.catalogue();
    }

    /** Requests are known as soon as they are read, since what they cause may be stamped before them. */
    void note(Event event) {
        if (event.layer() != Layer.API || event.link().request().isEmpty()) {
            return;
        }
        List<Plan> handled = handled(event);
        if (event.kind() == EventKind.ACTION || !handled.isEmpty()) {
            action(asked(event), event, handled);
        } else if (event.kind() == EventKind.REQUEST) {
            answered(asked(event), event);
        }
    }

    private Request asked(Event event) {
        Request request = world.request(event.link().request());
        request.trail().add(event, event.link().request());
        request.instance(event.target().instance());
        request.owner(event.actor().user(), event.actor().project());
        return request;
    }

    /** The plans of the action whose handler a record names, as the framework prints a method. */
    private List<Plan> handled(Event event) {
        for (String value : event.fields().values()) {
            Matcher handler = HANDLER.matcher(value);
            if (handler.find()) {
                return catalogue.handler(handler.group(1));
            }
        }
        return List.of();
    }

    private void action(Request request, Event event, List<Plan> handled) {
        if (!request.hasAction()) {
            request.plans().clear();
        }
        request.action(
                handled.isEmpty() ? event.operation() : handled.get(0).name().key());
        request.plans().addAll(handled.isEmpty() ? catalogue.plans(event.operation()) : handled);
    }

    private void answered(Request request, Event event) {
        request.route(event.operation());
        if (event.outcome() == Event.Outcome.FAILED) {
            request.refuse(event.time().latest());
        } else if (!request.hasAction()) {
            request.plans().addAll(catalogue.route(event.operation()));
        }
    }

    void judge(Event event) {
        if (event.layer() == Layer.API) {
            opened(event);
        } else if (event.layer() == Layer.COMPUTE) {
            worked(event);
        }
    }

    /** A request opens its execution where it names the instance, as the work may leave no record of its own. */
    private void opened(Event event) {
        Optional<Request> request =
                world.accepted(event.link().request(), event.time().began());
        if (request.isPresent() && !request.get().instance().isEmpty()) {
            run(request.get(), request.get().instance(), event.time().began());
        }
    }

    private void worked(Event event) {
        String id = event.link().request();
        String instance = event.target().instance();
        if (!catalogue.callers(event.tracePoint()).isEmpty()
                && event.actor().user().isEmpty()
                && !instance.isEmpty()) {
            issue(event, instance);
            return;
        }
        if (id.isEmpty() || instance.isEmpty()) {
            return;
        }
        Optional<Request> request = world.accepted(id, event.time().micros());
        if (request.isPresent()) {
            requested(event, request.get(), instance);
        } else if (!event.actor().user().isEmpty()) {
            unrequested(event, instance, "no request with this identifier was accepted");
        } else {
            unattended(event, instance);
        }
    }

    /** The service asks itself for an operation, as a user would. */
    private void issue(Event event, String instance) {
        Guest guest = world.guest(instance);
        Optional<Incident> cause = guest.lastIncident();
        guest.issue(new Guest.Licence(
                List.copyOf(catalogue.callers(event.tracePoint())), event.time().micros(), cause));
        cause.ifPresent(incident -> incident.echo(event, "instance " + instance));
    }

    private void requested(Event event, Request request, String instance) {
        Run run = run(request, instance, event.time().micros());
        Optional<Incident> replay = world.incident(replayKey(request.id(), instance));
        if (replay.isPresent()) {
            belongs(event, replay.get());
            return;
        }
        if (isBeyond(run, event.tracePoint())) {
            replayed(event, request, instance);
            return;
        }
        run.touch(event.time().micros());
        run.trail().add(event, request.id());
    }

    private boolean isBeyond(Run run, String tracePoint) {
        if (tracePoint.isEmpty() || run.plans().isEmpty()) {
            return false;
        }
        int bound = run.root().map(Request::plans).orElse(Set.of()).stream()
                .mapToInt(plan -> catalogue.bound(plan, tracePoint))
                .max()
                .orElse(Catalogue.UNBOUNDED);
        return run.count(tracePoint) > bound;
    }

    private void replayed(Event event, Request request, String instance) {
        Incident incident = world.open(
                        replayKey(request.id(), instance),
                        event,
                        Layer.COMPUTE,
                        Layer.API,
                        "a further accepted request for " + request.operation())
                .with(event, request.id());
        incident.reject(request.operation() + " " + request.id(), "this request's licence was consumed already");
        incident.actor("someone who can send messages to the service, with the identifier of an earlier request");
        Run run = Run.of(incident, request.id() + "#again", instance, false);
        run.may(request.plans());
        run.touch(event.time().micros());
        world.guest(instance).open(run);
    }

    private static String replayKey(String request, String instance) {
        return "again " + request + " " + instance;
    }

    private Run run(Request request, String instance, long micros) {
        Guest guest = world.guest(instance);
        Optional<Run> known = guest.run(request.id());
        if (known.isPresent()) {
            return known.get();
        }
        Run run = Run.of(request, instance);
        run.touch(micros);
        guest.open(run);
        return run;
    }

    /** A record without a user: the service's own work, an execution that it asked itself for, or nobody's. */
    private void unattended(Event event, String instance) {
        String id = event.link().request();
        Guest guest = world.guest(instance);
        Optional<Run> known = guest.run(id);
        Set<Plan> entered = catalogue.entries(event.tracePoint());
        if (known.isPresent() && known.get().cause() != Run.Cause.INTERNAL) {
            continued(event, known.get());
        } else if (!internal(event.tracePoint()).isEmpty() || entered.isEmpty()) {
            own(event, instance, known);
        } else {
            Optional<Guest.Licence> licence = guest.take(entered, event.time().micros() - LICENCE);
            if (licence.isPresent()) {
                asked(event, instance, licence.get());
            } else {
                unrequested(event, instance, "nothing in the service's own work sends itself this operation");
            }
        }
    }

    private Set<Plan> internal(String tracePoint) {
        Set<Plan> plans = new HashSet<>(catalogue.internal(tracePoint));
        plans.removeIf(plan -> plan.kind() == RootKind.STARTUP);
        return plans;
    }

    private void own(Event event, String instance, Optional<Run> known) {
        Guest guest = world.guest(instance);
        Run run = known.orElseGet(() -> {
            Run fresh = Run.internal(event.link().request(), instance);
            guest.open(fresh);
            return fresh;
        });
        run.may(internal(event.tracePoint()));
        run.touch(event.time().micros());
        guest.lastIncident().ifPresent(incident -> {
            if (!guest.isBusy(event.time().micros() - world.options().budget())) {
                incident.echo(event, "instance " + instance);
            }
        });
    }

    private void asked(Event event, String instance, Guest.Licence licence) {
        Run run = licence.cause()
                .map(incident -> Run.of(incident, event.link().request(), instance, true))
                .orElseGet(() -> Run.internal(event.link().request(), instance));
        run.may(licence.plans());
        world.guest(instance).open(run);
        continued(event, run);
    }

    private void continued(Event event, Run run) {
        run.touch(event.time().micros());
        run.incident().ifPresent(incident -> {
            if (run.cause() == Run.Cause.REACTION) {
                incident.echo(event, run.request());
            } else {
                incident.with(event, run.request());
            }
        });
    }

    private void unrequested(Event event, String instance, String why) {
        String id = event.link().request();
        Guest guest = world.guest(instance);
        Incident incident = world.incident("message " + id + " " + instance).orElseGet(() -> {
            Incident fresh = world.open(
                    "message " + id + " " + instance, event, Layer.COMPUTE, Layer.API, "an accepted request " + id);
            fresh.actor(
                    event.actor().user().isEmpty()
                            ? "someone who can send messages to the service"
                            : "someone who can send messages to the service, as user "
                                    + event.actor().user());
            return fresh;
        });
        incident.with(event, id);
        if (!catalogue.entries(event.tracePoint()).isEmpty()
                && world.covers(Layer.API, event.time().micros())) {
            incident.decide();
        }
        boolean isRefused = world.isRefused(id, event.time().micros());
        incident.reject(isRefused ? "request " + id : "the service's own work", isRefused ? "it was refused" : why);
        Run run = guest.run(id).orElseGet(() -> {
            Run fresh = Run.of(incident, id, instance, false);
            fresh.may(catalogue.remote(event.tracePoint()));
            guest.open(fresh);
            return fresh;
        });
        run.touch(event.time().micros());
    }

    private static void belongs(Event event, Incident incident) {
        incident.with(event, event.link().request());
    }
}
