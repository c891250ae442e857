package org.btdetect.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.btdetect.collect.format.AuditFormat;
import org.btdetect.collect.format.LibvirtFormat;
import org.btdetect.collect.format.LogContext;
import org.btdetect.collect.format.LogFormat;
import org.btdetect.collect.format.OsloFormat;
import org.btdetect.collect.format.RecordReader;
import org.btdetect.collect.format.RecordSink;
import org.btdetect.collect.format.Vocabulary;
import org.btdetect.collect.record.RawRecord;
import org.btdetect.collect.record.RecordSource;
import org.btdetect.collect.record.Shapes;
import org.btdetect.collect.record.Texts;
import org.btdetect.collect.time.LogClock;
import org.btdetect.event.Event;
import org.btdetect.event.Source;
import org.btdetect.keyword.io.KeywordFile;
import org.btdetect.tree.Layer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Collection of one log by one thread of a warm Java: cutting into records, reading, recognising, making events and counting.
 * The logs are those of the folder that the environment variable {@code BTDETECT_LOGS} names.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1)
public class CollectBenchmark {
    /** The log's name in the folder. */
    @Param({"libvirtd.log.gz", "nova-api.log.gz", "nova-compute.log.gz", "audit.log.gz"})
    private String log = "";

    private byte[] bytes = new byte[0];
    private LogFormat format = new OsloFormat();
    private Vocabulary vocabulary = Vocabulary.none();

    @Setup
    public void read() throws IOException {
        bytes = bytes(log);
        format = log.startsWith("libvirt") ? new LibvirtFormat() : log.startsWith("audit") ? new AuditFormat() : format;
        vocabulary = Vocabulary.of(KeywordFile.read(Path.of(System.getenv("BTDETECT_LIBRARY"))));
    }

    private static byte[] bytes(String name) throws IOException {
        Path file = Path.of(System.getenv("BTDETECT_LOGS"), name);
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file));
                ByteArrayOutputStream all = new ByteArrayOutputStream()) {
            stream.transferTo(all);
            return all.toByteArray();
        }
    }

    @Benchmark
    public void collect(Blackhole hole) throws IOException {
        LogContext context = new LogContext(
                new Source("host", log, Layer.LIBVIRT), "", LogClock.universal(), vocabulary, new Texts());
        RecordReader reader = format.reader(context);
        Counting sink = new Counting(hole);
        RawRecord record = new RawRecord();
        try (RecordSource source = new RecordSource(log, new ByteArrayInputStream(bytes), format.start())) {
            while (source.next(record)) {
                reader.read(record, sink);
            }
        }
        reader.end(sink);
    }

    /** Counts as the product does. */
    private static final class Counting implements RecordSink {
        private final Blackhole hole;
        private final Shapes shapes = new Shapes();

        Counting(Blackhole hole) {
            this.hole = hole;
        }

        @Override
        public void event(Event event) {
            hole.consume(event);
        }

        @Override
        public void used(RawRecord record) {}

        @Override
        public void known(RawRecord record) {}

        @Override
        public void unknown(RawRecord record, int from, int to) {
            shapes.count(record, from, to);
        }

        @Override
        public void malformed(RawRecord record) {
            shapes.count(record, record.from(), record.to());
        }
    }

    /** Prints a row of a Markdown table for each log. */
    public static void main(String[] arguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(CollectBenchmark.class.getSimpleName())
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult run : new Runner(options).run()) {
            String name = run.getParams().getParam("log");
            double seconds = run.getPrimaryResult().getScore();
            byte[] bytes = unchecked(name);
            long lines = 0;
            for (byte b : bytes) {
                lines += b == '\n' ? 1 : 0;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| collecting %s, warm, one thread | %.0f lines/s, %.0f MB/s |%n",
                    name,
                    lines / seconds,
                    bytes.length / 1e6 / seconds);
        }
    }

    private static byte[] unchecked(String name) {
        try {
            return bytes(name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
