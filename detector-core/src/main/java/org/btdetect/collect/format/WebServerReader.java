package org.btdetect.collect.format;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.event.EventTime;

/** Reads access lines of web servers. They tell no request identifier, so that few of them are worth being fast for. */
final class WebServerReader implements RecordReader {
    private static final byte[] UWSGI = Ascii.bytes("[pid: ");
    private static final Pattern UWSGI_LINE = Pattern.compile(
            "\\[pid: [0-9]{1,9}\\|[^\\]]{0,80}\\] (?<address>[^ ]{1,80}) "
                    + "\\([^)]{0,80}\\) \\{[^}]{0,80}\\} \\[(?<time>[^\\]]{10,40})\\] (?<method>[A-Z]{1,20}) (?<path>[^ ]{1,2000}) => "
                    + "generated [0-9]{1,12} bytes in (?<took>[0-9]{1,9}) msecs \\([^ )]{1,20} (?<status>[0-9]{3})\\).*");
    private static final Pattern COMBINED_LINE = Pattern.compile(
            "(?<address>[^ ]{1,80}) [^ ]{1,80} [^ ]{1,80} \\[(?<time>[^\\] ]{10,40}) (?<zone>[+-][0-9]{4})\\] "
                    + "\"(?<method>[A-Z]{1,20}) (?<path>[^ ]{1,2000}) [^\"]{1,20}\" (?<status>[0-9]{3}) .*");
    private static final DateTimeFormatter CTIME = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu", Locale.ROOT);
    private static final DateTimeFormatter COMMON = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss", Locale.ROOT);

    private final LogContext context;
    private final ServiceMessages messages;

    WebServerReader(LogContext context) {
        this.context = context;
        this.messages = new ServiceMessages(context);
    }

    static boolean isRequest(RawRecord record) {
        return matcher(record).matches();
    }

    private static Matcher matcher(RawRecord record) {
        Pattern pattern = record.hasAt(record.from(), UWSGI) ? UWSGI_LINE : COMBINED_LINE;
        return pattern.matcher(record.text(record.from(), Math.min(record.to(), record.from() + 4_000)));
    }

    @Override
    public void read(RawRecord raw, RecordSink sink) {
        Matcher line = matcher(raw);
        boolean isUwsgi = raw.hasAt(raw.from(), UWSGI);
        Optional<EventTime> time = line.matches() ? time(line, isUwsgi) : Optional.empty();
        if (time.isEmpty()) {
            sink.unknown(raw, raw.from(), raw.to());
            return;
        }
        long took = isUwsgi ? Long.parseLong(line.group("took")) * 1_000 : 0;
        AccessLine access = new AccessLine(
                line.group("address"),
                line.group("method"),
                line.group("path"),
                Integer.parseInt(line.group("status")),
                took);
        ServiceRecord record = new ServiceRecord(raw, context.source(), time.get(), -1, "", RequestContext.NONE, "");
        messages.access(record, access, sink);
        sink.used(raw);
    }

    /** uWSGI writes local time without a zone. */
    private Optional<EventTime> time(Matcher line, boolean isUwsgi) {
        try {
            String text = line.group("time").replaceAll(" +", " ");
            long local = LocalDateTime.parse(text, isUwsgi ? CTIME : COMMON).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
            if (isUwsgi) {
                context.clock().saw(context.clock().utc(local));
                return Optional.of(context.clock().local(local, 1_000_000, 0));
            }
            long offset = ZoneOffset.of(line.group("zone")).getTotalSeconds() * 1_000_000L;
            context.clock().saw(local - offset);
            return Optional.of(context.clock().universal(local - offset, 1_000_000, 0));
        } catch (DateTimeException noTime) {
            return Optional.empty(); // counted by the caller
        }
    }
}
