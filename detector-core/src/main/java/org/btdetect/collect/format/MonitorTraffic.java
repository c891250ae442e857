package org.btdetect.collect.format;

import org.btdetect.collect.format.LibvirtReader.Entry;
import org.btdetect.collect.format.Monitors.Command;
import org.btdetect.collect.format.Monitors.Monitor;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Texts;
import org.btdetect.event.Event.Outcome;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.Link;
import org.btdetect.event.Target;
import org.btdetect.tree.Layer;

/** What the daemon and its virtualization processes say to each other, as the daemon's log repeats it. */
final class MonitorTraffic {
    private static final byte[] MONITOR = Ascii.bytes("mon=");

    private final LogContext context;
    private final Texts texts;
    private final Monitors monitors = new Monitors();

    MonitorTraffic(LogContext context) {
        this.context = context;
        this.texts = context.texts();
    }

    /** The daemon began anew. */
    void restarted() {
        monitors.restarted();
    }

    void read(Entry entry, DaemonIdiom idiom, RecordSink sink) {
        RawRecord raw = entry.raw();
        int[] found = KeyValues.find(raw, MONITOR, entry.message(), raw.to());
        String pointer = texts.of(raw, found[0], found[1]);
        switch (idiom) {
            case MONITOR_NEW, MONITOR_CLOSE -> {
                monitors.closed(pointer);
                sink.used(raw);
            }
            case MONITOR_SEND -> sent(entry, pointer, sink);
            case MONITOR_REPLY -> answered(entry, pointer, sink);
            case MONITOR_EVENT -> happened(entry, pointer, sink);
            default -> sink.known(raw); // the same message again, as it is written
        }
    }

    private void sent(Entry entry, String pointer, RecordSink sink) {
        Monitor monitor = monitors.monitor(pointer);
        DaemonThread thread = entry.state();
        monitor.learn(thread.target());
        Qmp message = message(entry);
        if (message.execute().isEmpty()) {
            sink.unknown(entry.raw(), entry.message(), entry.raw().to());
            return;
        }
        Target target = thread.target() == Target.NONE ? monitor.target() : thread.target();
        monitor.sent(message.id(), new Command(message.execute(), thread.client(), thread.call()));
        EventBuilder event = event(entry, EventKind.MONITOR_COMMAND, message.execute(), target)
                .phase(Phase.BEGIN)
                .link(new Link("", "", thread.client(), thread.call(), entry.thread(), message.id()))
                .field("monitor", pointer);
        message.values().forEach(event::field);
        sink.event(event.build());
        sink.used(entry.raw());
    }

    private void answered(Entry entry, String pointer, RecordSink sink) {
        Qmp message = message(entry);
        Monitor monitor = monitors.monitor(pointer);
        Command command = monitor.answered(message.id());
        EventBuilder event = event(entry, EventKind.MONITOR_COMMAND, command.name(), monitor.target())
                .phase(Phase.END)
                .outcome(message.isError() ? Outcome.FAILED : Outcome.OK)
                .link(new Link("", "", command.client(), command.call(), entry.thread(), message.id()))
                .field("monitor", pointer)
                .field("error", message.values().getOrDefault("error.desc", ""));
        sink.event(event.build());
        sink.used(entry.raw());
    }

    private void happened(Entry entry, String pointer, RecordSink sink) {
        Qmp message = message(entry);
        if (message.event().isEmpty()) {
            sink.unknown(entry.raw(), entry.message(), entry.raw().to());
            return;
        }
        Target target = monitors.monitor(pointer).target();
        EventBuilder event = event(entry, EventKind.MONITOR_EVENT, message.event(), target)
                .link(new Link("", "", "", "", entry.thread(), ""))
                .field("monitor", pointer);
        message.values().forEach(event::field);
        sink.event(event.build());
        sink.used(entry.raw());
    }

    private EventBuilder event(Entry entry, EventKind kind, String operation, Target target) {
        return context.event(entry.time(), entry.raw(), kind, operation)
                .layer(Layer.QEMU)
                .target(target);
    }

    /** The message is all between the outer braces; a command is followed by what it passes along. */
    private static Qmp message(Entry entry) {
        RawRecord raw = entry.raw();
        int from = raw.find('{', entry.message());
        int to = raw.to();
        while (to > from && raw.at(to - 1) != '}') {
            to--;
        }
        return from < 0 ? Qmp.read(raw, to, to) : Qmp.read(raw, from, to);
    }
}
