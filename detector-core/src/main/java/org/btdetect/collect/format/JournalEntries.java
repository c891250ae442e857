package org.btdetect.collect.format;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.time.LogClock;
import org.btdetect.event.Source;
import org.btdetect.tree.Layer;

/**
 * Entries of journald, each handed to the reader of what it holds, in the form that the same record has in a log file: the
 * services' messages, the virtualization daemon's, the kernel's audit.
 */
final class JournalEntries {
    private static final int MOST_READERS = 256;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LogContext context;
    private final Map<Source, RecordReader> readers = new HashMap<>();

    JournalEntries(LogContext context) {
        this.context = context;
    }

    void read(RawRecord raw, Map<String, String> fields, RecordSink sink) {
        long micros = micros(fields);
        String message = fields.getOrDefault("MESSAGE", "");
        if (micros < 0 || message.isEmpty()) {
            sink.unknown(raw, raw.from(), raw.firstLineEnd());
            return;
        }
        context.clock().saw(micros);
        Source source = source(fields);
        RecordReader reader = readers.get(source);
        if (reader == null) {
            if (readers.size() >= MOST_READERS) {
                readers.clear();
            }
            reader = format(source).reader(context(source));
            readers.put(source, reader);
        }
        reader.read(RawRecord.of(text(source, fields, micros), raw), sink);
    }

    void end(RecordSink sink) {
        readers.values().forEach(reader -> reader.end(sink));
    }

    private static LogFormat format(Source source) {
        return switch (source.service()) {
            case "libvirtd" -> new LibvirtFormat();
            case "audit" -> new AuditFormat();
            default -> new OsloFormat();
        };
    }

    private LogContext context(Source source) {
        LogClock clock = context.clock().inUniversalTime();
        return new LogContext(source, "", clock, context.vocabulary(), context.texts());
    }

    private Source source(Map<String, String> fields) {
        String host = fields.getOrDefault("_HOSTNAME", context.source().host());
        if (fields.getOrDefault("_TRANSPORT", "").equals("audit")) {
            return new Source(host, "audit", Layer.IMAGE);
        }
        String name = fields.getOrDefault("SYSLOG_IDENTIFIER", fields.getOrDefault("_COMM", ""));
        if (fields.containsKey("LIBVIRT_SOURCE") || name.equals("libvirtd") || name.equals("virtqemud")) {
            return new Source(host, "libvirtd", Layer.LIBVIRT);
        }
        String service = Services.ofLog(name);
        return new Source(host, service, Services.layer(service));
    }

    /** The sender's own time where it is known, else the journal's. */
    private static long micros(Map<String, String> fields) {
        String text =
                fields.getOrDefault("_SOURCE_REALTIME_TIMESTAMP", fields.getOrDefault("__REALTIME_TIMESTAMP", ""));
        try {
            long micros = Long.parseLong(text);
            return micros > 1L << 56 ? -1 : micros;
        } catch (NumberFormatException none) {
            return -1; // counted by the caller
        }
    }

    private static String text(Source source, Map<String, String> fields, long micros) {
        Instant time = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
        String message = fields.getOrDefault("MESSAGE", "");
        String process = fields.getOrDefault("_PID", "0");
        return switch (source.service()) {
            case "libvirtd" ->
                MILLIS.format(time) + "+0000: " + process + ": " + level(fields) + " : "
                        + fields.getOrDefault("CODE_FUNC", "unknown") + ":"
                        + fields.getOrDefault("CODE_LINE", "0") + " : " + message;
            case "audit" ->
                "type=" + fields.getOrDefault("_AUDIT_TYPE_NAME", "UNKNOWN") + " msg=audit(" + micros / 1_000_000 + "."
                        + String.format(Locale.ROOT, "%03d", micros / 1_000 % 1_000) + ":"
                        + fields.getOrDefault("_AUDIT_ID", "0") + "): " + withoutType(message, fields);
            default -> STAMP.format(time) + " " + process + " " + service(message, fields);
        };
    }

    private static String withoutType(String message, Map<String, String> fields) {
        String type = fields.getOrDefault("_AUDIT_TYPE_NAME", "") + " ";
        return message.startsWith(type) ? message.substring(type.length()) : message;
    }

    private static String level(Map<String, String> fields) {
        return switch (fields.getOrDefault("PRIORITY", "7")) {
            case "0", "1", "2", "3" -> "error";
            case "4" -> "warning";
            case "5", "6" -> "info";
            default -> "debug";
        };
    }

    /** Level, logger and context stand in the message, as deployments for developers have it, or in fields of their own. */
    private static String service(String message, Map<String, String> fields) {
        String logger = fields.getOrDefault("LOGGER_NAME", "");
        if (logger.isEmpty()) {
            return message;
        }
        String request = fields.getOrDefault("REQUEST_ID", "-");
        return fields.getOrDefault("LOGGER_LEVEL", "INFO") + " " + logger + " [" + request + "] " + message;
    }
}
