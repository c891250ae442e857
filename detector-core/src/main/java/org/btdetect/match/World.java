package org.btdetect.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.event.Event;
import org.btdetect.tree.Layer;
import org.btdetect.verdict.Evidence;
import org.btdetect.verdict.MissingLink;
import org.btdetect.verdict.Verdict;
import org.btdetect.verdict.VerdictKind;

/** All that is known at a moment, shared by the desks that judge records. */
final class World {
    /** A call that defines a domain names it in what it is given. */
    private static final Pattern DEFINED = Pattern.compile("<uuid>([0-9a-f-]{36})</uuid>");

    private static final long UNDER_WAY = 30_000_000;
    private static final int MOST_REQUESTS = 1 << 20;

    private final Catalogue catalogue;
    private final MatchOptions options;
    private final Consumer<Verdict> verdicts;
    private final Map<String, Request> requests = new Bounded<>(MOST_REQUESTS);
    private final Map<String, Guest> guests = new HashMap<>();
    private final Map<String, String> domains = new Bounded<>(MOST_REQUESTS);
    private final Map<Layer, Long> coveredFrom = new EnumMap<>(Layer.class);
    private final Map<Ticket, Integer> used = new HashMap<>();
    private final List<Incident> incidents = new ArrayList<>();
    private final Map<String, Incident> byKey = new HashMap<>();
    private long now = Long.MIN_VALUE;

    World(Catalogue catalogue, MatchOptions options, Consumer<Verdict> verdicts) {
        this.catalogue = catalogue;
        this.options = options;
        this.verdicts = verdicts;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    MatchOptions options() {
        return options;
    }

    /** Returns the request of an identifier, new if it was not seen before. */
    Request request(String id) {
        return requests.computeIfAbsent(id, Request::new);
    }

    /** Returns the request of an identifier, if the service above recorded it and did not refuse it. */
    Optional<Request> accepted(String id, long micros) {
        return Optional.ofNullable(requests.get(id)).filter(request -> !request.isRefused(micros));
    }

    boolean isRefused(String id, long micros) {
        Request request = requests.get(id);
        return request != null && request.isRefused(micros);
    }

    /** Notes that a layer's log is read from here on, and what a domain's name stands for. */
    void note(Event event) {
        Long from = coveredFrom.get(event.source().layer());
        if (from == null || from > event.time().earliest()) {
            coveredFrom.put(event.source().layer(), event.time().earliest());
        }
        if (!event.target().domain().isEmpty() && !event.target().instance().isEmpty()) {
            domains.put(event.target().domain(), event.target().instance());
        }
    }

    /** Returns whether a layer's log was read at a time. */
    boolean covers(Layer layer, long micros) {
        return coveredFrom.getOrDefault(layer, Long.MAX_VALUE) <= micros;
    }

    /** Returns the instance that an event is about: its UUID, else its domain's name, else nothing. */
    String instance(Event event) {
        String definition = event.field("xml");
        if (!definition.isEmpty()) {
            Matcher defined = DEFINED.matcher(definition);
            if (defined.find()) {
                return defined.group(1);
            }
        }
        String instance = event.target().instance();
        return instance.isEmpty()
                ? domains.getOrDefault(event.target().domain(), event.target().domain())
                : instance;
    }

    Guest guest(String instance) {
        return guests.computeIfAbsent(instance, key -> new Guest());
    }

    /**
     * Opens an incident, or one that maintenance explains, or one that cannot be decided.
     *
     * @param key what further records of it will be found by
     * @param above the layer whose log would hold its cause
     */
    Incident open(String key, Event first, Layer level, Layer above, String expected) {
        String instance = instance(first);
        Optional<Ticket> ticket = ticket(first, instance);
        boolean isCovered = covers(above, first.time().micros() - above(level));
        VerdictKind kind = ticket.isPresent()
                ? VerdictKind.AUTHORISED
                : isCovered ? VerdictKind.UNAUTHORISED : VerdictKind.UNDECIDABLE;
        Incident incident = new Incident(kind, level, first);
        ticket.ifPresent(
                found -> incident.reject("unlicensed " + first.operation(), "maintenance ticket " + found.id()));
        incident.missing(new MissingLink(
                List.of(expected),
                List.of(searched(above)),
                "would be authorised if the " + above.id() + " log held " + expected + " before "
                        + Moments.text(first.time().latest())));
        incidents.add(incident);
        byKey.put(key, incident);
        if (!instance.isEmpty() && !incident.isOfFiles()) {
            guest(instance).incident(incident);
        }
        return incident;
    }

    /** What the service does may go on for a while after its cause; all else follows from its cause at once. */
    private static long above(Layer level) {
        return level == Layer.COMPUTE ? UNDER_WAY : 0;
    }

    private String searched(Layer layer) {
        Long from = coveredFrom.get(layer);
        return layer.id() + (from == null ? ": not read" : ": read from " + Moments.text(from));
    }

    Optional<Incident> incident(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Lets further records be found by another key. */
    void alias(String key, Incident incident) {
        byKey.put(key, incident);
    }

    private Optional<Ticket> ticket(Event event, String instance) {
        for (Ticket ticket : options.tickets()) {
            boolean isLeft = used.getOrDefault(ticket, 0) < ticket.uses();
            if (isLeft
                    && ticket.covers(event.operation(), instance, event.time().micros())) {
                used.merge(ticket, 1, Integer::sum);
                return Optional.of(ticket);
            }
        }
        return Optional.empty();
    }

    /** The time of the records that are judged has come; what nothing can be added to any more is told. */
    void advance(long micros) {
        long before = now;
        now = Math.max(now, micros);
        if (before == Long.MIN_VALUE || now / options.idle() == before / options.idle()) {
            return;
        }
        settle(now - options.idle(), now - options.memory());
    }

    /** All records were judged. */
    void finish() {
        settle(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    private void settle(long idleBefore, long oldBefore) {
        List<Verdict> told = new ArrayList<>();
        for (Iterator<Guest> all = guests.values().iterator(); all.hasNext(); ) {
            Guest guest = all.next();
            guest.close(idleBefore)
                    .forEach(run ->
                            run.root().ifPresent(root -> verdict(run, root).ifPresent(told::add)));
            guest.forgetIncidents(oldBefore);
            if (guest.isIdle()) {
                all.remove();
            }
        }
        List<Incident> old = incidents.stream()
                .filter(incident -> incident.lastSeen() < oldBefore)
                .toList();
        incidents.removeAll(old);
        byKey.values().removeAll(old);
        old.forEach(incident -> told.add(incident.verdict()));
        told.sort(Comparator.comparingLong(Verdict::from)
                .thenComparing(Verdict::object)
                .thenComparing(Verdict::operation));
        told.forEach(verdicts);
    }

    private static Optional<Verdict> verdict(Run run, Request root) {
        boolean isReading = root.plans().stream().allMatch(Plan::isReading);
        if (run.trail().isEmpty() && isReading) {
            return Optional.empty();
        }
        List<Evidence> chain = new ArrayList<>(root.trail().records());
        chain.addAll(run.trail().records());
        return Optional.of(new Verdict(
                VerdictKind.AUTHORISED,
                Optional.empty(),
                root.operation(),
                run.instance(),
                Math.min(root.trail().from(), run.trail().from()),
                Math.max(root.trail().to(), run.trail().to()),
                root.user(),
                chain,
                List.of(),
                MissingLink.NONE,
                List.of()));
    }
}
