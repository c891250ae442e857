package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Stamp;
import org.btdetect.event.Actor;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Target;
import org.btdetect.tree.Layer;

/**
 * Reads a domain's log. Its frame, the same from the first releases to today, tells of the process's life: how it was
 * started, what ended it, and that it was tainted.
 */
final class DomainLogReader implements RecordReader {
    private static final byte[] STARTING = Ascii.bytes("starting up");
    private static final byte[] SHUTTING = Ascii.bytes("shutting down");
    private static final byte[] REASON = Ascii.bytes("reason=");
    private static final byte[] SIGNAL = Ascii.bytes("terminating on signal ");
    private static final byte[] FROM_PROCESS = Ascii.bytes(" from pid ");
    private static final byte[] TAINTED = Ascii.bytes(" is tainted: ");
    private static final byte[] HOST = Ascii.bytes("hostname: ");
    private static final byte[] UUID = Ascii.bytes("-uuid ");
    private static final byte[] NAME = Ascii.bytes("-name guest=");

    private final LogContext context;
    private final Stamp stamp = new Stamp();
    private String instance = "";

    DomainLogReader(LogContext context) {
        this.context = context;
    }

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        long time = stamp.read(raw, raw.from());
        if (time == Stamp.NONE) {
            sink.malformed(raw);
            return;
        }
        int zone = stamp.end();
        int message = raw.at(zone) == 'Z' ? zone + 2 : raw.find(' ', zone) + 1;
        long micros = time - offset(raw, zone);
        context.clock().saw(micros);
        EventTime when = context.clock().universal(micros, stamp.resolution(), 0);
        if (raw.hasAt(message, STARTING)) {
            started(raw, when, sink);
        } else if (raw.hasAt(message, SHUTTING)) {
            int reason = raw.find(REASON, message);
            EventBuilder event = event(raw, when, "stop").phase(Phase.END);
            told(
                    event.field("reason", reason < 0 ? "" : raw.text(reason + REASON.length, raw.firstLineEnd())),
                    raw,
                    sink);
        } else if (raw.find(SIGNAL, message) >= 0) {
            signalled(raw, when, raw.find(SIGNAL, message) + SIGNAL.length, sink);
        } else if (raw.find(TAINTED, message) >= 0) {
            int taint = raw.find(TAINTED, message) + TAINTED.length;
            told(event(raw, when, "taint").field("taint", raw.text(taint, raw.firstLineEnd())), raw, sink);
        } else if (raw.number(message, message + 1) >= 0) {
            sink.known(raw); // the daemon's own log of the child that becomes the process
        } else {
            sink.unknown(raw, message, raw.firstLineEnd());
        }
    }

    /** Returns how far the zone's local time is ahead of universal time, in microseconds. */
    private static long offset(RawRecord raw, int zone) {
        long digits = raw.number(zone + 1, zone + 5);
        if (digits <= 0) {
            return 0;
        }
        long micros = (digits / 100 * 60 + digits % 100) * 60_000_000L;
        return raw.at(zone) == '-' ? -micros : micros;
    }

    private void started(RawRecord raw, EventTime when, RecordSink sink) {
        int uuid = raw.find(UUID, raw.from());
        if (uuid >= 0 && Uuids.isAt(raw, uuid + UUID.length)) {
            instance = raw.text(uuid + UUID.length, uuid + UUID.length + Uuids.LENGTH);
        }
        EventBuilder event = event(raw, when, "start").phase(Phase.BEGIN);
        int name = raw.find(NAME, raw.from());
        if (name >= 0) {
            int comma = raw.find(',', name);
            event.field("name", comma < 0 ? "" : raw.text(name + NAME.length, comma));
        }
        int host = raw.find(HOST, raw.from());
        if (host >= 0 && host < raw.firstLineEnd()) {
            int comma = raw.find(',', host);
            int end = comma < 0 ? raw.firstLineEnd() : Math.min(comma, raw.firstLineEnd());
            event.field("hostname", raw.text(host + HOST.length, end));
        }
        told(event, raw, sink);
    }

    /** {@code terminating on signal 15 from pid 26555 (/usr/sbin/libvirtd)}. */
    private void signalled(RawRecord raw, EventTime when, int signal, RecordSink sink) {
        int signalEnd = raw.find(' ', signal);
        EventBuilder event = event(raw, when, "signal");
        int from = raw.find(FROM_PROCESS, signal);
        if (from >= 0) {
            int process = from + FROM_PROCESS.length;
            int processEnd = raw.find(' ', process);
            int open = raw.find('(', process);
            int close = raw.find(')', process);
            String program = open > 0 && close > open ? raw.text(open + 1, close) : "";
            long number = raw.number(process, processEnd < 0 ? raw.firstLineEnd() : processEnd);
            event.actor(new Actor("", "", "", number, Actor.UNTOLD, Actor.UNTOLD, Actor.UNTOLD, "", program));
        }
        told(event.field("signal", raw.text(signal, signalEnd < 0 ? raw.firstLineEnd() : signalEnd)), raw, sink);
    }

    private EventBuilder event(RawRecord raw, EventTime when, String operation) {
        return context.event(when, raw, EventKind.PROCESS, operation).layer(Layer.QEMU);
    }

    private void told(EventBuilder event, RawRecord raw, RecordSink sink) {
        sink.event(
                event.target(new Target(instance, context.domain(), 0, "", "")).build());
        sink.used(raw);
    }
}
