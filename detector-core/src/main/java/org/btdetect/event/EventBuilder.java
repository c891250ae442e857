package org.btdetect.event;

import java.util.TreeMap;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.Event.Phase;
import org.btdetect.tree.Layer;

/** An event in the making: what is not set is untold. Used once. */
public final class EventBuilder {
    private final EventTime time;
    private final Source source;
    private final Origin origin;
    private final EventKind kind;
    private final String operation;
    private final TreeMap<String, String> fields = new TreeMap<>();
    private Layer layer;
    private Phase phase = Phase.POINT;
    private Outcome outcome = Outcome.UNTOLD;
    private String tracePoint = "";
    private Target target = Target.NONE;
    private Link link = Link.NONE;
    private Actor actor = Actor.NONE;

    /** Begins an event of the source's own layer. */
    public EventBuilder(EventTime time, Source source, Origin origin, EventKind kind, String operation) {
        this.time = time;
        this.source = source;
        this.origin = origin;
        this.kind = kind;
        this.operation = operation;
        this.layer = source.layer();
    }

    public EventBuilder layer(Layer layer) {
        this.layer = layer;
        return this;
    }

    public EventBuilder phase(Phase phase) {
        this.phase = phase;
        return this;
    }

    public EventBuilder outcome(Outcome outcome) {
        this.outcome = outcome;
        return this;
    }

    public EventBuilder tracePoint(String tracePoint) {
        this.tracePoint = tracePoint;
        return this;
    }

    public EventBuilder target(Target target) {
        this.target = target;
        return this;
    }

    /** Sets the target to an instance of which nothing but its UUID is known. */
    public EventBuilder instance(String instance) {
        return target(instance.isEmpty() ? Target.NONE : new Target(instance, "", 0, "", ""));
    }

    public EventBuilder link(Link link) {
        this.link = link;
        return this;
    }

    public EventBuilder actor(Actor actor) {
        this.actor = actor;
        return this;
    }

    /** Adds a field unless its value is empty. */
    public EventBuilder field(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
        return this;
    }

    /** Returns the event. */
    public Event build() {
        return new Event(
                time, source, layer, kind, operation, phase, outcome, tracePoint, target, link, actor, fields, origin);
    }
}
