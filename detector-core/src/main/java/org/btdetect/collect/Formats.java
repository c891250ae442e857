package org.btdetect.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.btdetect.collect.format.AuditFormat;
import org.btdetect.collect.format.DomainLogFormat;
import org.btdetect.collect.format.KernelHookFormat;
import org.btdetect.collect.format.LibvirtFormat;
import org.btdetect.collect.format.LogFormat;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordSource;
import org.btdetect.collect.record.RecordStart;

/** All formats, and which of them a log has by how it begins. */
final class Formats {
    private static final int LOOKED_AT = 1 << 16;

    /** One line of how many must be a record of the format. */
    private static final int FEW = 5;

    private final List<LogFormat> all;

    Formats(OsloFormat oslo) {
        all = List.of(oslo, new LibvirtFormat(), new DomainLogFormat(), new AuditFormat(), new KernelHookFormat());
    }

    /** Returns the format that the most lines of the file's beginning are of, if any is of one. */
    Optional<Begin> begin(Path file) throws IOException {
        byte[] begin;
        try (InputStream stream = Packed.open(file)) {
            begin = stream.readNBytes(LOOKED_AT);
        }
        List<String> lines = records(begin, record -> true);
        Optional<LogFormat> best = Optional.empty();
        List<String> found = List.of();
        for (LogFormat format : all) {
            List<String> records = records(begin, format::isAt);
            if (score(records, lines) > score(found, lines)) {
                found = records;
                best = Optional.of(format);
            }
        }
        String first = found.isEmpty() ? "" : found.get(0);
        return best.map(format -> new Begin(file, format, first));
    }

    /** A format whose records are few and do not begin the file is not the file's. */
    private static long score(List<String> records, List<String> lines) {
        if (records.isEmpty()) {
            return 0;
        }
        boolean isFirst = records.get(0).equals(lines.get(0));
        boolean isMost = records.size() * FEW >= lines.size();
        return isFirst ? lines.size() + records.size() : isMost ? records.size() : 0;
    }

    /** Returns the lines that pass a test; all formats begin records with their time, which orders them as texts. */
    private static List<String> records(byte[] begin, Predicate<RawRecord> test) throws IOException {
        List<String> found = new ArrayList<>();
        RawRecord record = new RawRecord();
        try (RecordSource source = new RecordSource("", new ByteArrayInputStream(begin), RecordStart.EVERY_LINE)) {
            while (source.next(record)) {
                if (test.test(record)) {
                    found.add(record.toString());
                }
            }
        }
        return found;
    }
}
