package org.btdetect.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.btdetect.collect.format.AuditFormat;
import org.btdetect.collect.format.DomainLogFormat;
import org.btdetect.collect.format.JournalFormat;
import org.btdetect.collect.format.JsonFormat;
import org.btdetect.collect.format.KernelHookFormat;
import org.btdetect.collect.format.LibvirtFormat;
import org.btdetect.collect.format.LogContext;
import org.btdetect.collect.format.LogFormat;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.collect.format.RecordReader;
import org.btdetect.collect.format.SyslogFormat;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.collect.format.WebServerFormat;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordSource;
import org.btdetect.collect.record.Texts;
import org.btdetect.collect.time.LogClock;
import org.btdetect.event.Source;
import org.btdetect.tree.Layer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged logs, of the excerpts and of the real logs where there are some ({@code -Dfuzz.lines=10000000} for more): no reader fails on
 * any of them, and every record is counted exactly once.
 */
class FuzzTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "collect");
    private static final long LINES = Long.getLong("fuzz.lines", 60_000);

    private final Vocabulary vocabulary = SmallVocabulary.create();

    static List<LogFormat> formats() {
        return List.of(
                new OsloFormat(),
                new LibvirtFormat(),
                new DomainLogFormat(),
                new AuditFormat(),
                new KernelHookFormat(),
                new JsonFormat(),
                new JournalFormat(),
                new SyslogFormat(),
                new WebServerFormat());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void damagedLines(LogFormat format) throws IOException {
        long seed = Long.getLong("fuzz.seed", 20_261_123L);
        System.out.println("fuzz.seed=" + seed);
        RandomGenerator random = new SplittableRandom(seed);
        List<byte[]> lines = excerpts();
        lines.addAll(RealLogs.lines());
        for (long left = LINES; left > 0; left -= 1_000) {
            byte[] log = damaged(lines, random);
            Tally tally = read(format, log);
            LogReport report = tally.report("fuzz", format.id(), log.length);
            assertEquals(newlines(log), report.lines(), () -> "fuzz.seed=" + seed);
        }
    }

    private Tally read(LogFormat format, byte[] log) throws IOException {
        LogContext context = new LogContext(
                new Source("host", "fuzz", Layer.API), "", LogClock.universal(), vocabulary, new Texts());
        Tally tally = new Tally();
        RecordReader reader = format.reader(context);
        RawRecord record = new RawRecord();
        try (RecordSource source = new RecordSource("fuzz", new ByteArrayInputStream(log), format.start())) {
            while (source.next(record)) {
                reader.read(record, tally);
                tally.events().clear();
            }
        }
        reader.end(tally);
        return tally;
    }

    private static List<byte[]> excerpts() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> !path.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .lines()
                        .forEach(line -> lines.add(line.getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return lines;
    }

    /** A thousand lines, each with up to three of its bytes changed, taken out, doubled, or its end cut off. */
    private static byte[] damaged(List<byte[]> lines, RandomGenerator random) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000; i++) {
            byte[] line = lines.get(random.nextInt(lines.size()));
            for (int damage = random.nextInt(4); damage > 0; damage--) {
                line = damaged(line, random);
            }
            log.writeBytes(line);
            log.write('\n');
        }
        return log.toByteArray();
    }

    private static byte[] damaged(byte[] line, RandomGenerator random) {
        if (line.length == 0) {
            return line;
        }
        int at = random.nextInt(line.length);
        return switch (random.nextInt(5)) {
            case 0 -> changed(line, at, (byte) random.nextInt(256));
            case 1 -> changed(line, at, (byte) " :=\"'()[]{}0-,".charAt(random.nextInt(14)));
            case 2 -> joined(line, at, at + 1);
            case 3 -> joined(line, Math.min(line.length, at + 5), at);
            default -> Arrays.copyOf(line, at);
        };
    }

    private static byte[] changed(byte[] line, int at, byte value) {
        byte[] copy = line.clone();
        copy[at] = value;
        return copy;
    }

    /** The line up to one place and from another on. */
    private static byte[] joined(byte[] line, int to, int from) {
        byte[] copy = Arrays.copyOf(line, to + line.length - from);
        System.arraycopy(line, from, copy, to, line.length - from);
        return copy;
    }

    private static long newlines(byte[] log) {
        long count = 0;
        for (byte b : log) {
            count += b == '\n' ? 1 : 0;
        }
        return count;
    }
}
