package org.btdetect.collect.format;

import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;
import org.btdetect.collect.record.Stamp;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Target;
import org.btdetect.tree.Layer;

/**
 * The kernel's ring buffer with the lines of a security module that logs protected files when they are opened, as Lin et
 * al. patched their kernel: {@code current:COMMAND}, {@code Time :Y-M-D H:M:S} and {@code Path:P, opening file name is F !}
 * behind the seconds since boot.
 */
public final class KernelHookFormat implements LogFormat {
    @Override
    public String id() {
        return "kernel-hook";
    }

    @Override
    public RecordStart start() {
        return RecordStart.EVERY_LINE;
    }

    @Override
    public boolean isUniversal() {
        return false;
    }

    @Override
    public boolean isAt(RawRecord record) {
        return message(record) > 0;
    }

    @Override
    public RecordReader reader(LogContext context) {
        return new Reader(context);
    }

    /** Returns where the message behind the seconds since boot begins, or -1. */
    private static int message(RawRecord record) {
        int end = record.find(']', record.from());
        boolean isStamped = record.at(record.from()) == '[' && end > 0 && end - record.from() < 24;
        if (!isStamped || record.at(end + 1) != ' ') {
            return -1;
        }
        for (int i = record.from() + 1; i < end; i++) {
            byte b = record.at(i);
            if ((b < '0' || b > '9') && b != '.' && b != ' ') {
                return -1;
            }
        }
        return end + 2;
    }

    /** Puts the lines of one opening together. */
    private static final class Reader implements RecordReader {
        private static final byte[] COMMAND = Ascii.bytes("current:");
        private static final byte[] TIME = Ascii.bytes("Time :");
        private static final byte[] PATH = Ascii.bytes("Path:");
        private static final byte[] OPENING = Ascii.bytes("pening file name is ");

        private final LogContext context;
        private final Stamp stamp = new Stamp();
        private String command = "";
        private long time = Stamp.NONE;

        Reader(LogContext context) {
            this.context = context;
        }

        @Override
        public void read(RawRecord raw, RecordSink sink) {
            int message = message(raw);
            if (message < 0) {
                sink.malformed(raw);
            } else if (raw.hasAt(message, COMMAND)) {
                command = raw.text(message + COMMAND.length, raw.to()).strip();
                sink.used(raw);
            } else if (raw.hasAt(message, TIME)) {
                time = stamp.read(raw, message + TIME.length);
                sink.used(raw);
            } else if (raw.hasAt(message, PATH)) {
                opened(raw, message + PATH.length, sink);
            } else if (raw.hasAt(message + 1, OPENING)) {
                sink.used(raw);
            } else {
                sink.unknown(raw, message, raw.to());
            }
        }

        private void opened(RawRecord raw, int from, RecordSink sink) {
            if (time == Stamp.NONE) {
                sink.unknown(raw, from, raw.to());
                return;
            }
            int opening = raw.find(OPENING, from);
            int comma = opening < 0 ? raw.to() : opening - 3;
            String path = raw.text(from, Math.max(from, comma));
            EventTime when = context.clock().local(time, 1_000_000, 0);
            EventBuilder event = context.event(when, raw, EventKind.FILE, "open")
                    .layer(Layer.IMAGE)
                    .outcome(Event.Outcome.UNTOLD)
                    .target(new Target(Uuids.first(path), "", 0, path, ""))
                    .actor(new Actor("", "", "", Actor.UNTOLD, Actor.UNTOLD, Actor.UNTOLD, Actor.UNTOLD, command, ""));
            sink.event(event.build());
            sink.used(raw);
            command = "";
            time = Stamp.NONE;
        }
    }
}
