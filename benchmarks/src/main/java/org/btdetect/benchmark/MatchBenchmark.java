package org.btdetect.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.btdetect.event.Actor;
import org.btdetect.event.Event;
import org.btdetect.event.EventBuilder;
import org.btdetect.event.EventKind;
import org.btdetect.event.EventTime;
import org.btdetect.event.Link;
import org.btdetect.event.Origin;
import org.btdetect.event.Source;
import org.btdetect.event.Target;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.match.Catalogue;
import org.btdetect.match.MatchEngine;
import org.btdetect.match.MatchOptions;
import org.btdetect.tree.Layer;
import org.btdetect.tree.io.TreeLibraryReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many events a second are judged: stops of many instances with what surrounds them, a millisecond apart. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class MatchBenchmark {
    private static final int EVENTS = 200_000;
    private static final Source API = new Source("controller", "nova-api", Layer.API);
    private static final Source COMPUTE = new Source("node", "nova-compute", Layer.COMPUTE);
    private static final Source DAEMON = new Source("node", "libvirtd", Layer.LIBVIRT);

    @Param("../output/zed")
    private String library = "";

    private Catalogue catalogue;
    private final List<Event> events = new ArrayList<>();

    /** Compiles the library and writes the events. */
    @Setup(Level.Trial)
    public void write() throws IOException {
        catalogue = Catalogue.of(TreeLibraryReader.open(Path.of(library)).readAll(), new KeywordLibrary(List.of(), Map.of()));
        for (int i = 0; events.size() < EVENTS; i++) {
            stop("req-" + i, String.format("%08x-2222-3333-4444-555555555555", i % 1000));
        }
    }

    private void stop(String request, String instance) {
        add(API, EventKind.ACTION, "os-stop", instance, new Link(request, "", "", "", "", ""));
        for (int i = 0; i < 4; i++) {
            add(COMPUTE, EventKind.LOG, "step", instance, new Link(request, "", "", "", "77", ""));
        }
        call("virDomainShutdown", instance);
        for (int i = 0; i < 10; i++) {
            call("virDomainGetInfo", instance);
            add(DAEMON, EventKind.MONITOR_COMMAND, "query-status", instance, new Link("", "", "0x1#0", "", "9", "libvirt-1"));
        }
        call("virDomainDestroy", instance);
    }

    private void call(String function, String instance) {
        add(DAEMON, EventKind.API_CALL, function, instance, new Link("", "", "0x1#0", "1/2/" + events.size(), "9", ""));
    }

    private void add(Source source, EventKind kind, String operation, String instance, Link link) {
        int number = events.size() + 1;
        events.add(new EventBuilder(
                        EventTime.at(number * 1000L, 1000), source, new Origin("log", number, 1), kind, operation)
                .phase(Event.Phase.BEGIN)
                .target(new Target(instance, "", 0, "", ""))
                .actor(source.equals(DAEMON) ? Actor.NONE : Actor.user("u", "p"))
                .link(link)
                .build());
    }

    /** Judges all events. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long judge() {
        long[] verdicts = {0};
        MatchEngine engine = new MatchEngine(catalogue, MatchOptions.DEFAULT, verdict -> verdicts[0]++);
        events.forEach(engine::accept);
        engine.finish();
        return verdicts[0];
    }
}
