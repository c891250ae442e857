package org.btdetect.collect.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.collect.format.LogContext.Named;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.Texts;
import org.btdetect.event.Event.Phase;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import org.btdetect.event.Target;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Recognition;

/** Reads the virtualization daemon's log: connections, calls, the monitor's traffic and what the vocabulary recognises. */
final class LibvirtReader implements RecordReader {
    private static final int MOST_THREADS = 1 << 14;
    private static final Set<String> PUBLIC =
            Set.of("conn", "dom", "domain", "snapshot", "checkpoint", "pool", "vol", "secret", "stream", "dev", "net");
    private static final Set<String> HANDLES = Set.of("conn", "dom", "domain", "name", "uuid");
    private static final byte[] AUDIT = Ascii.bytes("success=");
    private static final byte[] HOST = Ascii.bytes("hostname: ");
    private static final byte[] VERSION = Ascii.bytes("libvirt version: ");
    private static final byte[] HANDLE = Ascii.bytes("=0x");
    private static final byte[] UUID = Ascii.bytes("uuid=");
    private static final byte[] NAME = Ascii.bytes("name=");

    private final LogContext context;
    private final Texts texts;
    private final LibvirtLine line = new LibvirtLine();
    private final Map<String, DaemonThread> threads = new BoundedMap<>(MOST_THREADS);
    private final DaemonRpc rpc;
    private final MonitorTraffic monitor;

    LibvirtReader(LogContext context) {
        this.context = context;
        this.texts = context.texts();
        this.rpc = new DaemonRpc(context);
        this.monitor = new MonitorTraffic(context);
    }

    /** A record of the log, read as far as its prefix. */
    record Entry(RawRecord raw, EventTime time, String thread, DaemonThread state, int message) {}

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        if (!line.read(raw)) {
            sink.malformed(raw);
            return;
        }
        context.clock().saw(line.time());
        String function = texts.of(raw, line.function(), line.functionEnd());
        if (raw.hasAt(line.message(), DaemonIdiom.OBJECT)) {
            sink.known(raw);
            return;
        }
        Entry entry = entry(raw);
        if (function.isEmpty()) {
            begin(entry, sink);
            return;
        }
        DaemonIdiom idiom = DaemonIdiom.of(raw, line.message(), function);
        if (idiom == DaemonIdiom.NONE) {
            message(entry, function, sink);
        } else if (idiom.isMonitor()) {
            monitor.read(entry, idiom, sink);
        } else {
            rpc.read(entry, idiom, sink);
        }
    }

    private Entry entry(RawRecord raw) {
        String thread = texts.of(raw, line.thread(), line.threadEnd());
        DaemonThread state = threads.computeIfAbsent(thread, key -> new DaemonThread());
        EventTime time = context.clock().universal(line.time(), line.resolution(), 0);
        return new Entry(raw, time, thread, state, line.message());
    }

    /** A daemon that begins to log tells its version and its host's name. */
    private void begin(Entry entry, RecordSink sink) {
        RawRecord raw = entry.raw();
        int colon = raw.find(':', entry.message());
        boolean isTold = raw.hasAt(entry.message(), HOST) || raw.hasAt(entry.message(), VERSION);
        if (!isTold || colon < 0) {
            sink.unknown(raw, entry.message(), raw.to());
            return;
        }
        if (raw.hasAt(entry.message(), VERSION)) {
            threads.clear();
            rpc.restarted();
            monitor.restarted();
        }
        String name = raw.text(entry.message(), colon);
        sink.event(context.event(entry.time(), raw, EventKind.TELEMETRY, "begin")
                .field(name, raw.text(colon + 2, raw.to()))
                .build());
        sink.used(raw);
    }

    private void message(Entry entry, String function, RecordSink sink) {
        RawRecord raw = entry.raw();
        if (line.isError(raw)) {
            entry.state().error(raw.text(entry.message(), raw.to()));
        }
        if (raw.hasAt(entry.message(), AUDIT)) {
            audit(entry, sink);
            return;
        }
        Vocabulary.Speaker speaker = context.vocabulary().speaker(LogSource.LIBVIRT_LOG, function);
        if (context.vocabulary().isApi(function)
                || speaker == Vocabulary.Speaker.STRANGER && looksLikeApi(raw, function)) {
            api(entry, function, sink);
        } else if (speaker == Vocabulary.Speaker.STRANGER) {
            sink.unknown(raw, line.function(), raw.to());
        } else if (speaker == Vocabulary.Speaker.UNREACHED) {
            sink.known(raw);
        } else {
            recognise(entry, function, sink);
        }
    }

    /** A public function's debug line begins with the object that it is called on; taken where no library tells. */
    private boolean looksLikeApi(RawRecord raw, String function) {
        if (function.length() < 5 || !function.startsWith("vir") || !Character.isUpperCase(function.charAt(3))) {
            return false;
        }
        int equals = raw.find('=', line.message());
        return raw.hasAt(equals, HANDLE) && PUBLIC.contains(texts.of(raw, line.message(), equals));
    }

    private void api(Entry entry, String function, RecordSink sink) {
        DaemonThread thread = entry.state();
        RawRecord raw = entry.raw();
        Target told = target(raw, entry.message());
        boolean isOuter = thread.function().isEmpty();
        if (isOuter) {
            thread.function(function);
            thread.target(told);
        }
        EventBuilder event = context.event(entry.time(), raw, EventKind.API_CALL, function)
                .phase(isOuter ? Phase.BEGIN : Phase.POINT)
                .target(told)
                .link(link(entry));
        KeyValues.ARGUMENTS.read(raw, entry.message(), raw.to()).forEach((key, value) -> {
            if (!HANDLES.contains(key)) {
                event.field(key, value);
            }
        });
        sink.event(event.build());
        sink.used(raw);
    }

    private Target target(RawRecord raw, int from) {
        int[] uuid = KeyValues.find(raw, UUID, from, raw.to());
        int[] name = KeyValues.find(raw, NAME, from, raw.to());
        boolean hasUuid = uuid[1] - uuid[0] == Uuids.LENGTH && Uuids.isAt(raw, uuid[0]);
        String instance = hasUuid ? texts.of(raw, uuid[0], uuid[1]) : "";
        String domain = texts.of(raw, name[0], name[1]);
        return instance.isEmpty() && domain.isEmpty() ? Target.NONE : new Target(instance, domain, 0, "", "");
    }

    private void recognise(Entry entry, String function, RecordSink sink) {
        RawRecord raw = entry.raw();
        Optional<Recognition> found =
                context.vocabulary().recognise(LogSource.LIBVIRT_LOG, function, raw.text(entry.message(), raw.to()));
        if (found.isEmpty()) {
            sink.unknown(raw, line.function(), raw.to());
            return;
        }
        Recognition recognition = found.get();
        if (recognition.points().stream().noneMatch(point -> point.isReached())) {
            sink.known(raw);
            return;
        }
        Target told = target(raw, entry.message());
        if (entry.state().target() == Target.NONE) {
            entry.state().target(told);
        }
        EventBuilder event = context.event(entry.time(), raw, EventKind.LOG, function)
                .tracePoint(recognition.points().get(0).id())
                .target(told == Target.NONE ? entry.state().target() : told)
                .link(link(entry));
        recognition.fields().forEach(event::field);
        sink.event(event.build());
        sink.used(raw);
    }

    private void audit(Entry entry, RecordSink sink) {
        RawRecord raw = entry.raw();
        Map<String, String> values = KeyValues.AUDIT.read(raw, entry.message(), raw.to());
        Named what = VirtAudit.named(values);
        EventBuilder event =
                context.event(context.source(), entry.time(), raw, what).link(link(entry));
        sink.event(VirtAudit.fill(event, values).build());
        sink.used(raw);
    }

    static Link link(Entry entry) {
        return new Link("", "", entry.state().client(), entry.state().call(), entry.thread(), "");
    }
}
