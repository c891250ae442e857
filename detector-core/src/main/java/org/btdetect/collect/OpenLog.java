package org.btdetect.collect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.btdetect.collect.format.LogContext;
import org.btdetect.collect.format.LogFormat;
import org.btdetect.collect.format.RecordReader;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordSource;
import org.btdetect.event.Coverage;
import org.btdetect.event.Event;

/** A log that is being read: its files one after the other, an event at a time. */
final class OpenLog implements AutoCloseable {
    private final Log log;
    private final LogFormat format;
    private final LogContext context;
    private final RecordReader reader;
    private final long most;
    private final Tally tally = new Tally();
    private final Repeated repeated = new Repeated();
    private final RawRecord record = new RawRecord();
    private final Deque<Path> files;
    private Optional<RecordSource> source = Optional.empty();
    private String file = "";
    private long bytesBefore;
    private boolean ended;

    /** @param most how many bytes are read at most */
    OpenLog(Log log, LogContext context, long most) {
        this.log = log;
        this.format = log.format();
        this.context = context;
        this.reader = format.reader(context);
        this.most = most;
        this.files = new ArrayDeque<>(log.files());
    }

    /** Returns the next event without taking it, if there is one. */
    Optional<Event> peek() {
        while (tally.events().isEmpty() && !ended) {
            advance();
        }
        return Optional.ofNullable(tally.events().peek());
    }

    Event take() {
        return tally.events().remove();
    }

    /** A file that cannot be read to its end ends there; the log goes on with the next. */
    private void advance() {
        try {
            if (source.isPresent() && bytes() < most && source.get().next(record)) {
                read();
            } else if (files.isEmpty() || bytes() >= most) {
                close();
                reader.end(tally);
                ended = true;
            } else {
                close();
                Path next = files.remove();
                file = next.toString();
                source = Optional.of(new RecordSource(file, Packed.open(next), format.start()));
            }
        } catch (IOException failure) {
            tally.problem(file + ": " + failure.getMessage());
            close();
        }
    }

    private void read() {
        if (repeated.isSeen(record)) {
            tally.repeated(record);
        } else {
            reader.read(record, tally);
        }
    }

    private long bytes() {
        return bytesBefore + source.map(RecordSource::bytesRead).orElse(0L);
    }

    LogReport report() {
        return tally.report(log.name(), format.id(), bytes());
    }

    /** Returns the interval that the records read so far span, if any has a time. */
    Optional<Coverage> coverage() {
        return context.clock().seen().map(span -> new Coverage(context.source(), span.from(), span.to()));
    }

    @Override
    public void close() {
        source.ifPresent(open -> {
            bytesBefore += open.bytesRead();
            try {
                open.close();
            } catch (IOException failure) {
                tally.problem(log.name() + " cannot be closed: " + failure.getMessage());
            }
        });
        source = Optional.empty();
    }
}
