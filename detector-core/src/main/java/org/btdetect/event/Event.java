package org.btdetect.event;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.tree.Layer;

/**
 * A normalised log record: what happened when, where, to which instance, on whose behalf.
 *
 * @param time when, in universal time
 * @param source the log that the record stands in
 * @param layer the layer in which it happened, which may lie below the source's: a monitor command in the daemon's log
 * @param kind what kind of operation it is
 * @param operation the operation's name in its layer: a route, an action, a function's qualified name, an API function,
 *     a monitor command, a system call
 * @param phase whether the operation began, ended or merely happened
 * @param outcome whether the operation succeeded, where the record tells it
 * @param tracePoint the id of the keyword library's trace point that recognised the record; empty if its format did
 * @param target what the operation was done to
 * @param link the keys that tie the record to others
 * @param actor who did it
 * @param fields everything else that the record tells by name, sorted by name
 * @param origin where the raw record stands
 */
public record Event(
        EventTime time,
        Source source,
        Layer layer,
        EventKind kind,
        String operation,
        Phase phase,
        Outcome outcome,
        String tracePoint,
        Target target,
        Link link,
        Actor actor,
        Map<String, String> fields,
        Origin origin) {

    /** Whether the operation begins with the record, ends with it, or is one point in time. */
    public enum Phase {
        BEGIN,
        END,
        POINT
    }

    /** Whether the operation succeeded. */
    public enum Outcome {
        OK,
        FAILED,
        UNTOLD
    }

    public Event {
        fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Returns the field of this name, or an empty text where the record has none. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns the same event of which more is known of what it was done to. */
    public Event withTarget(Target known) {
        return new Event(
                time, source, layer, kind, operation, phase, outcome, tracePoint, known, link, actor, fields, origin);
    }
}
