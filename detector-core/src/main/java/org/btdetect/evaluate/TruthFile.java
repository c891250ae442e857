package org.btdetect.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the truth of a run: a CSV with a header. Needed columns are {@code op_id}, {@code t_start}, {@code t_end},
 * {@code action}, {@code level} and {@code authorised}; {@code instance_uuid}, {@code libvirt_name}, {@code request_id} and
 * {@code result} are used where they are there. Times are in universal time.
 */
public final class TruthFile {
    private static final List<String> NEEDED = List.of("op_id", "t_start", "t_end", "action", "level", "authorised");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[' ']['T']HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("['Z']")
            .toFormatter(Locale.ROOT);

    private final Path file;
    private final Map<String, Integer> columns = new HashMap<>();

    private TruthFile(Path file) {
        this.file = file;
    }

    /** Reads the operations of a file, in its order. */
    public static List<TruthRow> read(Path file) throws IOException {
        List<List<String>> records = records(Files.readString(file));
        TruthFile reader = new TruthFile(file);
        if (records.isEmpty()) {
            throw new IOException(file + ": a truth needs a header");
        }
        reader.header(records.get(0));
        List<TruthRow> rows = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            rows.add(reader.row(records.get(i), i + 1));
        }
        return List.copyOf(rows);
    }

    private void header(List<String> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            columns.put(names.get(i).strip(), i);
        }
        for (String needed : NEEDED) {
            if (!columns.containsKey(needed)) {
                throw new IOException(file + ":1: the column " + needed + " is missing");
            }
        }
    }

    private TruthRow row(List<String> values, int number) throws IOException {
        return new TruthRow(
                value(values, "op_id"),
                time(value(values, "t_start"), number),
                time(value(values, "t_end"), number),
                value(values, "action"),
                value(values, "level"),
                Boolean.parseBoolean(value(values, "authorised")),
                value(values, "instance_uuid"),
                value(values, "libvirt_name"),
                value(values, "request_id"),
                !value(values, "result").equals("fail"));
    }

    private String value(List<String> values, String column) {
        Integer at = columns.get(column);
        return at == null || at >= values.size() ? "" : values.get(at);
    }

    private long time(String text, int number) throws IOException {
        try {
            LocalDateTime time = LocalDateTime.parse(text, TIME);
            return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000L + time.getNano() / 1000;
        } catch (DateTimeException malformed) {
            throw new IOException(file + ": record " + number + ": '" + text + "' is no time", malformed);
        }
    }

    /** Records of RFC 4180: values may be quoted, and then hold commas, line breaks and doubled quotes. */
    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isQuoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                value.append(c);
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == ',' || c == '\n')) {
                record.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (isQuoted || c != '\r') {
                value.append(c);
            }
        }
        if (value.length() > 0 || !record.isEmpty()) {
            record.add(value.toString());
            records.add(record);
        }
        return records;
    }
}
