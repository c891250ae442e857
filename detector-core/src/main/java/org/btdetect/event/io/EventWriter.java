package org.btdetect.event.io;

import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.Link;
import org.btdetect.event.Target;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as JSON, one on a line; what is not told is left out. */
public final class EventWriter {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    /** Always with microseconds, so that texts sort as times do. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final JsonGenerator json;
    private final Writer out;

    public EventWriter(Writer out) {
        this.out = out;
        this.json = MAPPER.writer().withRootValueSeparator("").createGenerator(out);
    }

    /** Writes an event and ends its line. */
    public void write(Event event) {
        json.writeStartObject();
        json.writeStringProperty("time", TIME.format(event.time().instant()));
        if (event.time().began() != event.time().micros()) {
            json.writeNumberProperty(
                    "took", event.time().micros() - event.time().began());
        }
        json.writeNumberProperty("slack", event.time().slack());
        json.writeStringProperty("host", event.source().host());
        json.writeStringProperty("service", event.source().service());
        json.writeStringProperty("log", event.source().layer().id());
        json.writeStringProperty("layer", event.layer().id());
        json.writeStringProperty("kind", event.kind().id());
        json.writeStringProperty("operation", event.operation());
        json.writeStringProperty("phase", Names.of(event.phase()));
        if (event.outcome() != Event.Outcome.UNTOLD) {
            json.writeStringProperty("outcome", Names.of(event.outcome()));
        }
        text("tracePoint", event.tracePoint());
        target(event.target());
        link(event.link());
        actor(event.actor());
        fields(event.fields());
        json.writeStringProperty("file", event.origin().file());
        json.writeNumberProperty("line", event.origin().line());
        if (event.origin().lines() > 1) {
            json.writeNumberProperty("lines", event.origin().lines());
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /** Hands on what is buffered; to be called behind the last event. */
    public void flush() {
        json.flush();
    }

    private void target(Target target) {
        text("instance", target.instance());
        text("domain", target.domain());
        if (target.process() > 0) {
            json.writeNumberProperty("domainProcess", target.process());
        }
        text("path", target.path());
        text("inode", target.inode());
    }

    private void link(Link link) {
        text("request", link.request());
        text("globalRequest", link.globalRequest());
        text("client", link.client());
        text("call", link.call());
        text("thread", link.thread());
        text("message", link.message());
    }

    private void actor(Actor actor) {
        text("user", actor.user());
        text("project", actor.project());
        text("address", actor.address());
        number("process", actor.process());
        number("parent", actor.parent());
        number("uid", actor.uid());
        number("loginUid", actor.loginUid());
        text("command", actor.command());
        text("program", actor.program());
    }

    private void fields(Map<String, String> fields) {
        if (!fields.isEmpty()) {
            json.writeObjectPropertyStart("fields");
            fields.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private void number(String name, long value) {
        if (value != Actor.UNTOLD) {
            json.writeNumberProperty(name, value);
        }
    }
}
