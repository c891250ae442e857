package org.btdetect.collect.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.btdetect.collect.format.LogContext.Named;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import org.btdetect.event.Target;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Recognition;
import org.btdetect.keyword.TracePoint;
import tools.jackson.databind.JsonNode;

/** Messages of services to events: access lines, named actions, and whatever the vocabulary recognises. */
final class ServiceMessages {
    /** The logger of notifications in a deployment that sends them to the log. */
    private static final String NOTIFICATION = "oslo.messaging.notification.";

    private final LogContext context;
    private final Notifications notifications;

    ServiceMessages(LogContext context) {
        this.context = context;
        this.notifications = new Notifications(context);
    }

    /** Returns whether anything but a template can be found in messages of this logger. */
    boolean isKnown(String logger) {
        return logger.startsWith(NOTIFICATION)
                || context.vocabulary().speaker(LogSource.NOVA_LOG, logger) != Vocabulary.Speaker.STRANGER;
    }

    /** Tells of a request, by its access line. */
    void access(ServiceRecord record, AccessLine line, RecordSink sink) {
        RestPath path = RestPath.of(line.path());
        EventTime at = record.time();
        EventTime time = new EventTime(at.micros(), at.began() - line.took(), at.slack());
        EventBuilder event = begun(record, time, new Named(EventKind.REQUEST, line.method() + " " + path.route()))
                .phase(Phase.END)
                .outcome(LogContext.outcome(line.status() < 400))
                .actor(actor(record, line.address()))
                .field("status", String.valueOf(line.status()))
                .field("path", line.path());
        sink.event(event.instance(path.server()).build());
    }

    /** Returns whether the message, which may be an access line or a notification too, is known; then it was told. */
    boolean anything(ServiceRecord record, String text, RecordSink sink) {
        RawRecord message = RawRecord.of(text, record.raw());
        if (AccessLine.mayBeAt(message, 0)) {
            AccessLine access = AccessLine.read(message, 0);
            if (!access.method().isEmpty()) {
                access(record, access, sink);
                return true;
            }
        }
        return messageOrNotification(record, text, sink);
    }

    /** Returns whether the message, which may be a notification too, is known; then it was told. */
    boolean messageOrNotification(ServiceRecord record, String text, RecordSink sink) {
        if (record.logger().startsWith(NOTIFICATION)) {
            Optional<JsonNode> node = JsonTree.read(text);
            return node.isPresent() && notifications.tell(record.raw(), node.get(), Optional.of(record.time()), sink);
        }
        return message(record, text, sink);
    }

    /** Returns whether the message is known; then it was told. */
    boolean message(ServiceRecord record, String text, RecordSink sink) {
        DebugSuffix suffix = DebugSuffix.of(text);
        Optional<Recognition> found =
                context.vocabulary().recognise(LogSource.NOVA_LOG, record.logger(), suffix.message());
        HandlerLine handler = HandlerLine.of(suffix.message());
        if (!handler.action().isEmpty()) {
            sink.event(action(record, handler, found, suffix));
            return true;
        }
        found.ifPresent(recognition -> sink.event(event(record, recognition, suffix)));
        return found.isPresent();
    }

    private Event action(ServiceRecord record, HandlerLine handler, Optional<Recognition> found, DebugSuffix suffix) {
        return begun(record, record.time(), new Named(EventKind.ACTION, handler.action()))
                .tracePoint(
                        found.map(known -> suffix.choose(known.points()).id()).orElse(""))
                .actor(actor(record, ""))
                .instance(record.instance())
                .field("method", handler.method())
                .field("body", handler.body())
                .build();
    }

    private Event event(ServiceRecord record, Recognition recognition, DebugSuffix suffix) {
        TracePoint point = suffix.choose(recognition.points());
        Map<String, String> fields = recognition.fields();
        EventBuilder event = begun(record, record.time(), new Named(EventKind.LOG, point.function()))
                .tracePoint(point.id())
                .actor(actor(record, ""))
                .target(target(record.instance(), fields));
        fields.forEach(event::field);
        List<TracePoint> points = recognition.points();
        if (points.size() > 1) {
            event.field(
                    "tracePoints",
                    String.join(" ", points.stream().map(TracePoint::id).toList()));
        }
        return event.build();
    }

    private static Target target(String instance, Map<String, String> fields) {
        if (!instance.isEmpty()) {
            return new Target(instance, "", 0, "", "");
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().contains("instance") && Uuids.isUuid(field.getValue())) {
                return new Target(field.getValue(), "", 0, "", "");
            }
        }
        return Target.NONE;
    }

    private EventBuilder begun(ServiceRecord record, EventTime time, Named what) {
        RequestContext request = record.context();
        String thread = record.process() < 0 ? "" : String.valueOf(record.process());
        Link link = request == RequestContext.NONE && thread.isEmpty()
                ? Link.NONE
                : new Link(request.request(), request.globalRequest(), "", "", thread, "");
        return context.event(record.source(), time, record.raw(), what).link(link);
    }

    private static Actor actor(ServiceRecord record, String address) {
        RequestContext request = record.context();
        boolean isNobody = request.user().isEmpty() && request.project().isEmpty() && address.isEmpty();
        return isNobody
                ? Actor.NONE
                : new Actor(
                        request.user(),
                        request.project(),
                        address,
                        Actor.UNTOLD,
                        Actor.UNTOLD,
                        Actor.UNTOLD,
                        Actor.UNTOLD,
                        "",
                        "");
    }
}
