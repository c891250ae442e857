package org.btdetect.benchmark;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.frontend.python.PythonFrontEnd;
import org.btdetect.program.Outline;
import org.btdetect.source.SourceSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Parsing and lowering of a whole corpus by one thread of a warm Java; every function's body is read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xss64m")
public class ParseBenchmark {
    static final String SET = "zed";

    private Corpus python = new Corpus(java.util.List.of(), 0);
    private Corpus c = new Corpus(java.util.List.of(), 0);

    @Setup
    public void read() throws IOException {
        SourceSet set = Corpus.sourceSet(SET);
        python = Corpus.python(set);
        c = Corpus.c(set);
    }

    @Benchmark
    public void python(Blackhole hole) {
        PythonFrontEnd frontEnd = new PythonFrontEnd();
        python.sources().forEach(source -> hole.consume(Outline.of(frontEnd.parse(source.file(), source.text()))));
    }

    @Benchmark
    public void c(Blackhole hole) {
        CFrontEnd frontEnd = new CFrontEnd(hole::consume);
        c.sources().forEach(source -> hole.consume(Outline.of(frontEnd.read(source.file(), source.text()))));
    }

    /** Prints a row of a Markdown table for each grammar. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        SourceSet set = Corpus.sourceSet(SET);
        Options options = new OptionsBuilder()
                .include(ParseBenchmark.class.getSimpleName())
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult run : new Runner(options).run()) {
            Result<?> result = run.getPrimaryResult();
            boolean isPython = result.getLabel().equals("python");
            double megabytes = (isPython ? Corpus.python(set) : Corpus.c(set)).bytes() / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "| %s, warm, one thread | %.1f MB/s (%.1f MB in %.2f s ± %.2f) |%n",
                    isPython ? "Python" : "C",
                    megabytes / result.getScore(),
                    megabytes,
                    result.getScore(),
                    result.getScoreError());
        }
    }
}
