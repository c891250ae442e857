package org.btdetect.collect.format;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.btdetect.collect.format.LogContext.Named;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.event.Actor;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import org.btdetect.tree.Layer;

/**
 * Reads the audit's log. The records of one system call share a serial number; the last of them is the command line's or an
 * end mark, but records of other calls may stand in between and the last may be missing.
 */
final class AuditReader implements RecordReader {
    private static final int MOST_OPEN = 64;
    private static final long RESOLUTION = 1_000;
    private static final Set<String> PARTS = Set.of(
            "SYSCALL",
            "URINGOP",
            "CWD",
            "PATH",
            "PROCTITLE",
            "SOCKADDR",
            "EXECVE",
            "EOE",
            "BPRM_FCAPS",
            "OBJ_PID",
            "FD_PAIR",
            "MMAP",
            "CAPSET",
            "IPC",
            "OPENAT2",
            "KERN_MODULE",
            "AVC");

    private final LogContext context;
    private final AuditLine line = new AuditLine();
    private final AuditCalls calls;
    private final Map<String, AuditOperation> open = new LinkedHashMap<>();

    AuditReader(LogContext context) {
        this.context = context;
        this.calls = new AuditCalls(context);
    }

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        if (!line.read(raw)) {
            sink.malformed(raw);
            return;
        }
        context.clock().saw(line.micros());
        String type = context.texts().of(raw, line.type(), line.typeEnd());
        if (PARTS.contains(type)) {
            part(raw, type, sink);
            sink.used(raw);
        } else if (type.startsWith("VIRT_")) {
            virtual(raw, sink);
        } else if (type.equals("LOGIN")) {
            login(raw, sink);
        } else if (type.startsWith("DAEMON_") || type.equals("CONFIG_CHANGE")) {
            telemetry(raw, type, sink);
        } else {
            sink.unknown(raw, line.type(), line.typeEnd());
        }
    }

    private void part(RawRecord raw, String type, RecordSink sink) {
        String key = context.texts().of(raw, line.key(), line.keyEnd());
        AuditOperation operation = open.get(key);
        if (operation == null) {
            operation = new AuditOperation(line.micros(), raw);
            open.put(key, operation);
        }
        operation.add(type, KeyValues.AUDIT.read(raw, line.message(), raw.to()));
        if (type.equals("PROCTITLE") || type.equals("EOE")) {
            open.remove(key);
            calls.tell(key, operation, sink);
        } else if (open.size() > MOST_OPEN) {
            oldest(sink);
        }
    }

    private void oldest(RecordSink sink) {
        Iterator<Map.Entry<String, AuditOperation>> entries = open.entrySet().iterator();
        Map.Entry<String, AuditOperation> first = entries.next();
        entries.remove();
        calls.tell(first.getKey(), first.getValue(), sink);
    }

    @Override
    public void end(RecordSink sink) {
        while (!open.isEmpty()) {
            oldest(sink);
        }
    }

    private void virtual(RawRecord raw, RecordSink sink) {
        Map<String, String> values = KeyValues.AUDIT.read(raw, line.message(), raw.to());
        sink.event(VirtAudit.fill(event(raw, VirtAudit.named(values)), values).build());
        sink.used(raw);
    }

    /** A session's login user was set, once and for all its processes. */
    private void login(RawRecord raw, RecordSink sink) {
        Map<String, String> values = KeyValues.AUDIT.read(raw, line.message(), raw.to());
        Actor actor = new Actor(
                "",
                "",
                "",
                AuditCalls.number(values, "pid"),
                Actor.UNTOLD,
                AuditCalls.number(values, "uid"),
                AuditCalls.loginUser(values),
                "",
                "");
        EventBuilder event = event(raw, new Named(EventKind.PROCESS, "login")).layer(Layer.IMAGE);
        sink.event(event.actor(actor)
                .field("session", values.getOrDefault("ses", ""))
                .build());
        sink.used(raw);
    }

    private void telemetry(RawRecord raw, String type, RecordSink sink) {
        EventBuilder event = event(raw, new Named(EventKind.TELEMETRY, type));
        KeyValues.AUDIT.read(raw, line.message(), raw.to()).forEach(event::field);
        sink.event(event.build());
        sink.used(raw);
    }

    private EventBuilder event(RawRecord raw, Named what) {
        EventTime time = context.clock().universal(line.micros(), RESOLUTION, 0);
        String key = context.texts().of(raw, line.key(), line.keyEnd());
        return context.event(context.source(), time, raw, what).link(new Link("", "", "", "", "", key));
    }
}
