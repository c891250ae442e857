package org.btdetect.collect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.btdetect.collect.format.AuditFormat;
import org.btdetect.collect.format.DomainLogFormat;
import org.btdetect.collect.format.JournalFormat;
import org.btdetect.collect.format.JsonFormat;
import org.btdetect.collect.format.KernelHookFormat;
import org.btdetect.collect.format.LibvirtFormat;
import org.btdetect.collect.format.LogFormat;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.collect.format.SyslogFormat;
import org.btdetect.collect.format.WebServerFormat;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordSource;

/** All formats, and which of them a log has by how it begins. */
final class Formats {
    private static final int LOOKED_AT = 1 << 16;

    /** One record of how many must be a record of the format. */
    private static final int FEW = 5;

    private final List<LogFormat> all;

    Formats(OsloFormat oslo) {
        all = List.of(
                oslo,
                new LibvirtFormat(),
                new DomainLogFormat(),
                new AuditFormat(),
                new KernelHookFormat(),
                new JsonFormat(),
                new JournalFormat(),
                new SyslogFormat(),
                new WebServerFormat());
    }

    /** Returns the format that the most lines of the file's beginning are of, if any is of one. */
    Optional<Begin> begin(Path file) throws IOException {
        byte[] begin;
        try (InputStream stream = Packed.open(file)) {
            begin = readable(stream);
        }
        Optional<LogFormat> best = Optional.empty();
        Look most = Look.NOTHING;
        for (LogFormat format : all) {
            Look look = look(begin, format);
            if (look.score() > most.score()) {
                most = look;
                best = Optional.of(format);
            }
        }
        String first = most.first();
        return best.map(format -> new Begin(file, format, first));
    }

    /** What can be read of the beginning; a packed file that is cut short is told when it is read as a log. */
    private static byte[] readable(InputStream stream) {
        byte[] begin = new byte[LOOKED_AT];
        int length = 0;
        try {
            int count;
            while (length < LOOKED_AT && (count = stream.read(begin, length, LOOKED_AT - length)) > 0) {
                length += count;
            }
        } catch (IOException cutShort) {
            return Arrays.copyOf(begin, length);
        }
        return Arrays.copyOf(begin, length);
    }

    /**
     * What a look at a file's beginning shows if it is taken to be of a format.
     *
     * @param first the first record of the format
     * @param isFirst whether no other record comes before it
     * @param records how many records there are
     * @param lines how many lines the records of the format have
     * @param matched how many records are of the format
     */
    private record Look(String first, boolean isFirst, int records, int lines, int matched) {
        static final Look NOTHING = new Look("", false, 0, 0, 0);

        /** A format whose records are few and do not begin the file is not the file's. */
        int score() {
            return isFirst || matched * FEW >= records ? lines : 0;
        }
    }

    /** Cuts the beginning into records of a format; all formats begin records with their time, which orders them as texts. */
    private static Look look(byte[] begin, LogFormat format) throws IOException {
        String first = "";
        boolean isFirst = false;
        int records = 0;
        int lines = 0;
        int matched = 0;
        RawRecord record = new RawRecord();
        try (RecordSource source = new RecordSource("", new ByteArrayInputStream(begin), format.start())) {
            while (source.next(record)) {
                records++;
                if (format.isAt(record)) {
                    first = matched == 0 ? record.toString() : first;
                    isFirst |= records == 1;
                    matched++;
                    lines += record.lines();
                }
            }
        }
        return new Look(first, isFirst, records, lines, matched);
    }
}
