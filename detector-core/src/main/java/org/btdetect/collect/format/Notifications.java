package org.btdetect.collect.format;

import java.util.List;
import java.util.Optional;
import org.btdetect.collect.format.LogContext.Named;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Stamp;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import org.btdetect.event.Source;
import tools.jackson.databind.JsonNode;

/** Notifications on the message bus: legacy ones, versioned ones, and those of the CADF audit middleware. */
final class Notifications {
    private static final List<String> TOLD = List.of(
            "state", "task_state", "old_task_state", "power_state", "host", "name", "image_name", "volume_id", "fault");

    private final LogContext context;
    private final Stamp stamp = new Stamp();

    Notifications(LogContext context) {
        this.context = context;
    }

    /** Tells of the notification that an object is, as it is or wrapped for the bus; false if it is none. */
    boolean tell(RawRecord raw, JsonNode node, RecordSink sink) {
        return tell(raw, node, Optional.empty(), sink);
    }

    /** The same for a notification that a log line with a time of its own holds. */
    boolean tell(RawRecord raw, JsonNode node, Optional<EventTime> written, RecordSink sink) {
        if (node.has("oslo.message")) {
            Optional<JsonNode> inner = JsonTree.read(JsonTree.text(node, "oslo.message"));
            return inner.isPresent() && !inner.get().has("oslo.message") && tell(raw, inner.get(), written, sink);
        }
        boolean isAudit =
                JsonTree.text(node, "typeURI").contains("cadf") || node.has("typeURI") && node.has("eventType");
        String type = JsonTree.text(node, "event_type");
        JsonNode payload = node.path("payload");
        if (isAudit) {
            return audit(raw, node, node, written, sink);
        }
        if (type.isEmpty() || !payload.isObject()) {
            return false;
        }
        if (payload.has("typeURI")) {
            return audit(raw, node, payload, written, sink);
        }
        Optional<EventTime> time =
                time(JsonTree.text(node, "timestamp", "_context_timestamp")).or(() -> written);
        time.ifPresent(at -> sink.event(notification(raw, node, at)));
        return time.isPresent();
    }

    private Event notification(RawRecord raw, JsonNode node, EventTime time) {
        String type = JsonTree.text(node, "event_type");
        JsonNode payload = node.path("payload");
        boolean isVersioned = payload.has("nova_object.data");
        JsonNode data = isVersioned ? payload.path("nova_object.data") : payload;
        EventBuilder event = context.event(
                        publisher(JsonTree.text(node, "publisher_id")),
                        time,
                        raw,
                        new Named(EventKind.NOTIFICATION, type))
                .phase(phase(type))
                .outcome(type.endsWith(".error") ? Outcome.FAILED : Outcome.UNTOLD)
                .instance(instance(data))
                .link(new Link(
                        request(node, data),
                        JsonTree.text(node, "_context_global_request_id"),
                        "",
                        "",
                        "",
                        JsonTree.text(node, "message_id")))
                .actor(Actor.user(
                        JsonTree.text(data, "action_initiator_user").isEmpty()
                                ? JsonTree.text(node, "_context_user_id", "_context_user")
                                : JsonTree.text(data, "action_initiator_user"),
                        JsonTree.text(data, "action_initiator_project").isEmpty()
                                ? JsonTree.text(node, "_context_project_id", "_context_tenant")
                                : JsonTree.text(data, "action_initiator_project")));
        TOLD.forEach(name -> event.field(name, JsonTree.text(data, name)));
        return event.field("priority", JsonTree.text(node, "priority")).build();
    }

    private static String request(JsonNode node, JsonNode data) {
        String own = JsonTree.text(data, "request_id");
        return own.isEmpty() ? JsonTree.text(node, "_context_request_id") : own;
    }

    private static String instance(JsonNode data) {
        String instance = JsonTree.text(data, "instance_id", "uuid", "instance_uuid");
        return Uuids.isUuid(instance) ? instance : "";
    }

    private static Phase phase(String type) {
        if (type.endsWith(".start")) {
            return Phase.BEGIN;
        }
        return type.endsWith(".end") || type.endsWith(".error") ? Phase.END : Phase.POINT;
    }

    /** {@code compute.HOST} of legacy notifications, {@code nova-compute:HOST} of versioned ones. */
    private Source publisher(String id) {
        int colon = id.indexOf(':');
        int at = colon < 0 ? id.indexOf('.') : colon;
        if (at <= 0) {
            return context.source();
        }
        String service = colon < 0 ? "nova-" + id.substring(0, at) : id.substring(0, at);
        return new Source(id.substring(at + 1), service, Services.layer(service));
    }

    private boolean audit(
            RawRecord raw, JsonNode node, JsonNode payload, Optional<EventTime> written, RecordSink sink) {
        Optional<EventTime> time = time(JsonTree.text(payload, "eventTime"))
                .or(() -> time(JsonTree.text(node, "timestamp")))
                .or(() -> written);
        if (time.isEmpty()) {
            return false;
        }
        JsonNode initiator = payload.path("initiator");
        String outcome = JsonTree.text(payload, "outcome");
        String path = JsonTree.text(payload, "requestPath");
        String target = JsonTree.text(payload.path("target"), "id");
        String server = RestPath.of(path).server();
        EventBuilder event = context.event(
                        context.source(),
                        time.get(),
                        raw,
                        new Named(EventKind.NOTIFICATION, JsonTree.text(payload, "action")))
                .phase(outcome.equals("pending") ? Phase.BEGIN : Phase.END)
                .outcome(outcome.equals("pending") ? Outcome.UNTOLD : LogContext.outcome(outcome.equals("success")))
                .instance(!server.isEmpty() ? server : Uuids.isUuid(target) ? target : "")
                .link(new Link(
                        JsonTree.text(initiator, "request_id"),
                        JsonTree.text(initiator, "global_request_id"),
                        "",
                        "",
                        "",
                        JsonTree.text(payload, "id")))
                .actor(new Actor(
                        JsonTree.text(initiator, "id"),
                        JsonTree.text(initiator, "project_id"),
                        JsonTree.text(initiator.path("host"), "address"),
                        Actor.UNTOLD,
                        Actor.UNTOLD,
                        Actor.UNTOLD,
                        Actor.UNTOLD,
                        "",
                        ""))
                .field("event_type", JsonTree.text(node, "event_type"))
                .field("path", path)
                .field("status", JsonTree.text(payload.path("reason"), "reasonCode"));
        sink.event(event.build());
        return true;
    }

    /** A time without a zone, or with {@code Z}, {@code +0000} or {@code +00:00}; all are universal. */
    private Optional<EventTime> time(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        RawRecord record = RawRecord.of(text, new RawRecord());
        long micros = stamp.read(record, record.from());
        if (micros == Stamp.NONE) {
            return Optional.empty();
        }
        context.clock().saw(micros);
        return Optional.of(context.clock().universal(micros, stamp.resolution(), 0));
    }
}
