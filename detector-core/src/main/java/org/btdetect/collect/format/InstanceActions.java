package org.btdetect.collect.format;

import org.btdetect.collect.format.LogContext.Named;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Stamp;
import org.btdetect.event.Actor;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import tools.jackson.databind.JsonNode;

/** Instance actions as the compute API answers them ({@code os-instance-actions}), with their events. Times are universal. */
final class InstanceActions {
    private final LogContext context;
    private final Stamp stamp = new Stamp();

    InstanceActions(LogContext context) {
        this.context = context;
    }

    /** Tells of an action, or of a list of actions; false if the object is neither. */
    boolean tell(RawRecord raw, JsonNode node, RecordSink sink) {
        if (node.path("instanceAction").isObject()) {
            return action(raw, node.path("instanceAction"), sink);
        }
        boolean isTold = false;
        for (JsonNode action : node.path("instanceActions")) {
            isTold |= action(raw, action, sink);
        }
        return isTold;
    }

    private boolean action(RawRecord raw, JsonNode action, RecordSink sink) {
        String name = JsonTree.text(action, "action");
        String start = JsonTree.text(action, "start_time");
        if (name.isEmpty() || !isTime(start)) {
            return false;
        }
        EventBuilder begun = event(raw, action, name, start).phase(Phase.BEGIN);
        sink.event(begun.field("message", JsonTree.text(action, "message")).build());
        for (JsonNode step : action.path("events")) {
            String event = JsonTree.text(step, "event");
            String finish = JsonTree.text(step, "finish_time");
            if (isTime(JsonTree.text(step, "start_time"))) {
                sink.event(event(raw, action, event, JsonTree.text(step, "start_time"))
                        .phase(Phase.BEGIN)
                        .field("host", JsonTree.text(step, "host"))
                        .build());
            }
            if (isTime(finish)) {
                String result = JsonTree.text(step, "result");
                sink.event(event(raw, action, event, finish)
                        .phase(Phase.END)
                        .outcome(result.isEmpty() ? Outcome.UNTOLD : LogContext.outcome(result.equals("Success")))
                        .field("host", JsonTree.text(step, "host"))
                        .build());
            }
        }
        return true;
    }

    private boolean isTime(String text) {
        return stamp.read(RawRecord.of(text, new RawRecord()), 0) != Stamp.NONE;
    }

    private EventBuilder event(RawRecord raw, JsonNode action, String name, String time) {
        long micros = stamp.read(RawRecord.of(time, raw), 0);
        context.clock().saw(micros);
        EventTime at = context.clock().universal(micros, stamp.resolution(), 0);
        return context.event(context.source(), at, raw, new Named(EventKind.TASK, name))
                .instance(JsonTree.text(action, "instance_uuid"))
                .link(new Link(JsonTree.text(action, "request_id"), "", "", "", "", ""))
                .actor(Actor.user(JsonTree.text(action, "user_id"), JsonTree.text(action, "project_id")));
    }
}
