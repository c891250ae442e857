package org.btdetect.collect.format;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.event.EventTime;
import org.btdetect.event.Source;
import tools.jackson.databind.JsonNode;

/** Reads records that are JSON objects, and tells by their properties what they are. */
final class JsonReader implements RecordReader {
    private final LogContext context;
    private final Notifications notifications;
    private final InstanceActions actions;
    private final ServiceMessages messages;
    private final JournalEntries journal;

    JsonReader(LogContext context) {
        this.context = context;
        this.notifications = new Notifications(context);
        this.actions = new InstanceActions(context);
        this.messages = new ServiceMessages(context);
        this.journal = new JournalEntries(context);
    }

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        Optional<JsonNode> node = JsonTree.read(raw);
        if (node.isEmpty() || !node.get().isContainer()) {
            sink.malformed(raw);
        } else if (node.get().has("__REALTIME_TIMESTAMP")) {
            journal.read(raw, fields(node.get()), sink);
        } else if (isTold(raw, node.get(), sink)) {
            sink.used(raw);
        } else {
            sink.unknown(raw, raw.from(), raw.to());
        }
    }

    @Override
    public void end(RecordSink sink) {
        journal.end(sink);
    }

    private boolean isTold(RawRecord raw, JsonNode node, RecordSink sink) {
        if (node.isArray()) {
            boolean isTold = false;
            for (JsonNode element : node) {
                isTold |= !element.isArray() && isTold(raw, element, sink);
            }
            return isTold;
        }
        if (node.has("levelname") && node.has("message")) {
            return message(raw, node, sink);
        }
        return notifications.tell(raw, node, sink) || actions.tell(raw, node, sink);
    }

    /** A record of oslo.log's JSON formatter, which tells the time in seconds since 1970. */
    private boolean message(RawRecord raw, JsonNode node, RecordSink sink) {
        JsonNode request = node.path("context");
        JsonNode extra = node.path("extra");
        EventTime time = context.clock().universal((long) (node.path("created").asDouble(0) * 1e6), 1_000, 0);
        context.clock().saw(time.micros());
        String host = JsonTree.text(node, "hostname");
        Source source = context.source();
        ServiceRecord record = new ServiceRecord(
                raw,
                host.isEmpty() ? source : new Source(host, source.service(), source.layer()),
                time,
                node.path("process").asLong(-1),
                JsonTree.text(node, "name"),
                new RequestContext(
                        JsonTree.text(request, "global_request_id"),
                        JsonTree.text(request, "request_id"),
                        JsonTree.text(request, "user_id", "user"),
                        JsonTree.text(request, "project_id", "tenant", "project")),
                instance(extra));
        return messages.anything(record, JsonTree.text(node, "message"), sink);
    }

    /** The instance is told as {@code [instance: UUID] } or as its UUID alone. */
    private static String instance(JsonNode extra) {
        return Uuids.first(JsonTree.text(extra, "instance_uuid", "instance"));
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        node.properties().forEach(property -> {
            JsonNode value = property.getValue();
            fields.put(property.getKey(), value.isArray() ? bytes(value) : value.asString(""));
        });
        return fields;
    }

    /** Texts that are not UTF-8 are written as their bytes. */
    private static String bytes(JsonNode array) {
        byte[] bytes = new byte[array.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) array.path(i).asInt(0);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
