package org.btdetect.collect.format;

import java.util.HashMap;
import java.util.Map;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordStart;
import org.btdetect.collect.record.Texts;
import org.btdetect.event.EventTime;
import org.btdetect.event.Source;

/** Reads the text that oslo.log writes. */
final class OsloReader implements RecordReader {
    static final int LONGEST_NAME = 100;

    private static final int MOST_SOURCES = 64;

    private final LogContext context;
    private final OsloLine line;
    private final ServiceMessages messages;
    private final Texts texts;
    private final Map<String, Source> sources = new HashMap<>();
    private String errorLogger = "";

    OsloReader(LogContext context, OsloLine line) {
        this.context = context;
        this.line = line;
        this.messages = new ServiceMessages(context);
        this.texts = context.texts();
    }

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        int from = nameEnd(raw);
        if (!line.read(raw, from)) {
            sink.malformed(raw);
            return;
        }
        context.clock().saw(context.clock().utc(line.time()));
        String logger = texts.of(raw, line.logger(), line.loggerEnd());
        if (isTraceback(raw, logger)) {
            sink.known(raw);
            return;
        }
        if (AccessLine.mayBeAt(raw, line.message())) {
            AccessLine access = AccessLine.read(raw, line.message());
            if (!access.method().isEmpty()) {
                messages.access(record(raw, from, logger), access, sink);
                sink.used(raw);
                return;
            }
        }
        boolean isKnown = messages.isKnown(logger)
                && messages.messageOrNotification(record(raw, from, logger), raw.text(line.message(), raw.to()), sink);
        if (isKnown) {
            sink.used(raw);
        } else {
            sink.unknown(raw, line.logger(), raw.to());
        }
    }

    /** Lines of a traceback follow an error's record, repeat its logger and have no context. */
    private boolean isTraceback(RawRecord raw, String logger) {
        boolean isError = raw.at(line.level()) == 'E' || raw.at(line.level()) == 'T' || raw.at(line.level()) == 'C';
        if (line.context() >= 0) {
            errorLogger = isError ? logger : "";
            return false;
        }
        return isError && (logger.equals(errorLogger) || raw.at(line.level()) == 'T');
    }

    private ServiceRecord record(RawRecord raw, int from, String logger) {
        EventTime time = context.clock().local(line.time(), line.resolution(), 0);
        RequestContext request = line.context() < 0
                ? RequestContext.NONE
                : RequestContext.read(raw, line.context(), line.contextEnd(), texts);
        boolean hasInstance = line.instance() >= 0 && Uuids.isAt(raw, line.instance());
        String instance = hasInstance ? texts.of(raw, line.instance(), line.instance() + Uuids.LENGTH) : "";
        return new ServiceRecord(raw, source(raw, from), time, line.process(raw), logger, request, instance);
    }

    /** The log's own source or, where each line names the file that it was collected from, that file's. */
    private Source source(RawRecord raw, int from) {
        if (from == raw.from()) {
            return context.source();
        }
        String name = texts.of(raw, raw.from(), from - 1);
        Source known = sources.get(name);
        if (known == null) {
            String service = Services.ofLog(name);
            known = new Source(context.source().host(), service, Services.layer(service));
            if (sources.size() < MOST_SOURCES) {
                sources.put(name, known);
            }
        }
        return known;
    }

    /** Returns where the date begins. */
    static int nameEnd(RawRecord record) {
        if (RecordStart.DATED.isAt(record.bytes(), record.from(), record.to())) {
            return record.from();
        }
        int blank = record.find(' ', record.from());
        return blank > 0 && blank - record.from() < LONGEST_NAME ? blank + 1 : record.from();
    }
}
