package org.btdetect.collect.format;

import org.btdetect.collect.format.LibvirtReader.Entry;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Texts;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.Link;

/** The records of the daemon's server: connections, calls as they come in, are taken by a worker and are answered. */
final class DaemonRpc {
    private static final byte[] CLIENT = Ascii.bytes("client=");
    private static final byte[] PROGRAM = Ascii.bytes("prog=");
    private static final byte[] PROCEDURE = Ascii.bytes("proc=");
    private static final byte[] SERIAL = Ascii.bytes("serial=");
    private static final byte[] TYPE = Ascii.bytes("type=");
    private static final byte[] STATUS = Ascii.bytes("status=");
    private static final byte[] JOB = Ascii.bytes(" job ");

    private final LogContext context;
    private final Texts texts;
    private final DaemonClients clients = new DaemonClients();

    DaemonRpc(LogContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    /** The daemon began anew. */
    void restarted() {
        clients.restarted();
    }

    void read(Entry entry, DaemonIdiom idiom, RecordSink sink) {
        RawRecord raw = entry.raw();
        switch (idiom) {
            case CLIENT_NEW -> connection(entry, clients.opened(pointer(entry)), Phase.BEGIN, sink);
            case CLIENT_DISPOSE -> connection(entry, clients.closed(pointer(entry)), Phase.END, sink);
            case MESSAGE_RECEIVED -> received(entry, sink);
            case MESSAGE_SENT -> sent(entry, sink);
            case HANDLE_JOB -> {
                entry.state().begin(clients.client(pointer(entry)), "");
                sink.used(raw);
            }
            case DISPATCH -> dispatched(entry, sink);
            case JOB_BEGIN -> job(entry, Phase.BEGIN, sink);
            case JOB_END -> job(entry, Phase.END, sink);
            default -> sink.known(raw);
        }
    }

    private void connection(Entry entry, String client, Phase phase, RecordSink sink) {
        sink.event(context.event(entry.time(), entry.raw(), EventKind.CONNECTION, "client")
                .phase(phase)
                .link(new Link("", "", client, "", entry.thread(), ""))
                .build());
        sink.used(entry.raw());
    }

    private void received(Entry entry, RecordSink sink) {
        if (number(entry, TYPE) != 0) {
            sink.known(entry.raw());
            return;
        }
        clients.received(pointer(entry), call(entry));
        sink.used(entry.raw());
    }

    private void dispatched(Entry entry, RecordSink sink) {
        if (number(entry, TYPE) != 0) {
            sink.known(entry.raw());
            return;
        }
        DaemonThread thread = entry.state();
        String told = thread.call().isEmpty() ? thread.client() : "";
        String call = call(entry);
        thread.begin(clients.taken(call, told), call);
        sink.used(entry.raw());
    }

    /** The answer to a call ends it; other messages are the daemon's own. */
    private void sent(Entry entry, RecordSink sink) {
        DaemonThread thread = entry.state();
        if (number(entry, TYPE) != 1 || !call(entry).equals(thread.call())) {
            sink.known(entry.raw());
            return;
        }
        boolean isApi = !thread.function().isEmpty();
        EventBuilder event = context.event(
                        entry.time(),
                        entry.raw(),
                        isApi ? EventKind.API_CALL : EventKind.DISPATCH,
                        isApi ? thread.function() : thread.call())
                .phase(Phase.END)
                .outcome(LogContext.outcome(number(entry, STATUS) == 0))
                .target(thread.target())
                .link(LibvirtReader.link(entry))
                .field("error", thread.error());
        sink.event(event.build());
        sink.used(entry.raw());
        thread.end();
    }

    /** {@code Thread 26560 (rpc-libvirtd) is now running job remoteDispatchDomainDestroy}. */
    private void job(Entry entry, Phase phase, RecordSink sink) {
        RawRecord raw = entry.raw();
        int at = raw.find(JOB, entry.message());
        if (at < 0) {
            sink.known(raw);
            return;
        }
        int from = at + JOB.length;
        int blank = raw.find(' ', from);
        DaemonThread thread = entry.state();
        EventBuilder event = context.event(
                        entry.time(), raw, EventKind.DISPATCH, texts.of(raw, from, blank < 0 ? raw.to() : blank))
                .phase(phase)
                .target(thread.target())
                .link(LibvirtReader.link(entry));
        if (phase == Phase.END) {
            boolean isTold = raw.to() - 1 > from && raw.find('=', from) > 0;
            event.outcome(isTold ? LogContext.outcome(raw.at(raw.to() - 1) == '0') : Outcome.UNTOLD);
        }
        sink.event(event.build());
        sink.used(raw);
    }

    private String pointer(Entry entry) {
        return text(entry, CLIENT);
    }

    private String call(Entry entry) {
        return text(entry, PROGRAM) + "/" + text(entry, PROCEDURE) + "/" + text(entry, SERIAL);
    }

    private String text(Entry entry, byte[] key) {
        int[] found =
                KeyValues.find(entry.raw(), key, entry.message(), entry.raw().to());
        return texts.of(entry.raw(), found[0], found[1]);
    }

    private long number(Entry entry, byte[] key) {
        int[] found =
                KeyValues.find(entry.raw(), key, entry.message(), entry.raw().to());
        return entry.raw().number(found[0], found[1]);
    }
}
