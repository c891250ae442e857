package org.btdetect.grow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.btdetect.associate.c.AgentCommand;
import org.btdetect.associate.c.DaemonCalls;
import org.btdetect.associate.c.DaemonLifecycle;
import org.btdetect.associate.c.DomainEvents;
import org.btdetect.associate.c.DriverTables;
import org.btdetect.associate.c.FileOperations;
import org.btdetect.associate.c.HandlerIndex;
import org.btdetect.associate.c.MonitorCommand;
import org.btdetect.associate.c.MonitorEvents;
import org.btdetect.associate.c.ProcessExecution;
import org.btdetect.associate.c.Qapi;
import org.btdetect.associate.c.ReadingCalls;
import org.btdetect.associate.c.Signals;
import org.btdetect.frontend.c.CFrontEnd;
import org.btdetect.program.Problem;
import org.btdetect.resolve.c.CBoundary;
import org.btdetect.resolve.c.CEngine;
import org.btdetect.resolve.c.COptions;
import org.btdetect.resolve.c.CValue;
import org.btdetect.resolve.c.CallRecorder;
import org.btdetect.resolve.c.Facts;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.trace.NativeStatements;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;

/** The C half of the way down: libvirt's functions as activations that end in QEMU's handlers, processes and files. */
public final class NativeCode {

    private static final String QEMU_SCHEMA = "qapi/qapi-schema.json";
    private static final String AGENT_SCHEMA = "qga/qapi-schema.json";

    private final IndexedProgram program;
    private final NativeRecords records;
    private final CEngine engine;
    private final DaemonCalls daemonCalls;
    private final ReadingCalls reading;

    private NativeCode(IndexedProgram program, NativeRecords records, CEngine engine, ReadingCalls reading) {
        this.program = program;
        this.records = records;
        this.engine = engine;
        this.daemonCalls = new DaemonCalls(program);
        this.reading = reading;
    }

    /**
     * What the analysis of C depends on.
     *
     * @param libvirt the folder that holds libvirt's {@code src}
     * @param qemu the folder that holds QEMU's {@code qapi}; without it monitor commands have no handlers
     * @param scheme the connection URI's scheme, {@code qemu}
     * @param facts what else the deployment settles, as {@link Facts} reads it
     * @param exhaustive whether functions are entered that can reach no operation, and files count that are no disk images
     */
    public record Setting(
            Path libvirt, Optional<Path> qemu, String scheme, Map<String, String> facts, boolean exhaustive) {
        public Setting {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Scans the sources.
     *
     * @param recorder hears of calls as {@link #complete} meets them
     * @param problems told of functions that do not parse; from any thread
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public static NativeCode open(Setting setting, CallRecorder recorder, Consumer<Problem> problems) {
        IndexedProgram all = IndexedProgram.scan(
                "libvirt",
                setting.libvirt(),
                file -> file.startsWith("src/") || file.startsWith("include/"),
                new CFrontEnd(problems));
        DriverTables drivers = new DriverTables(all, setting.scheme());
        IndexedProgram program = all.restrictedTo(drivers::admits);
        List<CBoundary> boundaries = boundaries(setting);
        Facts facts = new Facts(setting.facts());
        NativeRecords records = new NativeRecords(program);
        CEngine engine = new CEngine(
                program, new COptions(boundaries, drivers::serves, facts, recorder, records, setting.exhaustive()));
        return new NativeCode(program, records, engine, ReadingCalls.of(setting.libvirt()));
    }

    private static List<CBoundary> boundaries(Setting setting) {
        Optional<Path> qemu = setting.qemu();
        HandlerIndex handlers = qemu.map(root -> HandlerIndex.scan("qemu", root, NativeCode::isProduct))
                .orElseGet(HandlerIndex::none);
        return List.of(
                new MonitorCommand(schema(qemu, QEMU_SCHEMA), handlers),
                new AgentCommand(schema(qemu, AGENT_SCHEMA), handlers),
                new ProcessExecution(),
                new Signals(),
                new FileOperations(setting.exhaustive()),
                new DomainEvents(),
                new DaemonLifecycle());
    }

    private static boolean isProduct(String file) {
        return !file.startsWith("tests/") && !file.startsWith("roms/");
    }

    private static Qapi schema(Optional<Path> qemu, String file) {
        return qemu.filter(root -> Files.isRegularFile(root.resolve(file)))
                .map(root -> Qapi.read("qemu", root, file))
                .orElseGet(Qapi::none);
    }

    /**
     * Asks for what a public function does.
     *
     * @param arguments what is known of them, in order
     * @return complete after {@link #complete}; empty if the sources define no such function
     */
    public Optional<Activation> enter(String function, List<CValue> arguments) {
        Optional<Activation> entered = engine.enter(function, arguments);
        if (reading.contains(function)) {
            entered.ifPresent(Activation::declareReading);
        }
        return entered;
    }

    /** The log statements of the sources. */
    NativeStatements statements() {
        return records.statements();
    }

    /** The behaviours that events of QEMU's start, in the order of the events' names; complete after {@link #complete}. */
    public Map<String, Behavior> events() {
        Map<String, Behavior> behaviors = new TreeMap<>();
        for (MonitorEvents.Event event : new MonitorEvents(program).all()) {
            Link link =
                    Link.exact(EdgeKind.CALLBACK, event.at(), event.handler().name());
            behaviors.put(
                    event.name(),
                    new Behavior.Invocation(link, engine.enter(event.handler()), Optional.of(Layer.LIBVIRT)));
        }
        return behaviors;
    }

    /** Whether a public function asks the daemon, rather than running within its caller. */
    public boolean asksDaemon(String function) {
        return daemonCalls.asks(function);
    }

    /** Interprets all that was asked for; may run beside threads that ask for more. */
    public void complete() {
        engine.complete();
    }

    /** Interprets what has been asked for so far, ahead of {@link #complete}; beside threads that ask for more. */
    void interpretPending() {
        engine.interpretPending();
    }

    /** How many activations there are. */
    public int size() {
        return engine.size();
    }
}
