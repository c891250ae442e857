package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.btdetect.associate.python.Binding;
import org.btdetect.associate.python.Concurrency;
import org.btdetect.associate.python.Configuration;
import org.btdetect.associate.python.ContextLibrary;
import org.btdetect.associate.python.Files;
import org.btdetect.associate.python.FunctionTools;
import org.btdetect.associate.python.Imports;
import org.btdetect.associate.python.Messaging;
import org.btdetect.associate.python.Processes;
import org.btdetect.associate.python.RestActions;
import org.btdetect.associate.python.RouteMapper;
import org.btdetect.associate.python.VersionedObjects;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.Ledger;
import org.btdetect.resolve.python.Value;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.NovaSeries;
import org.btdetect.source.SourceCache;
import org.btdetect.source.SourceDirectories;
import org.btdetect.source.SourceSet;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What operations of the real Nova {@code zed} call of libvirt, known from reading both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealNovaTest {

    private final Map<String, RestActions.Operation> operations = new TreeMap<>();
    private PythonSources sources;
    private Interpreter interpreter;

    @BeforeAll
    void open() {
        sources = new PythonSources(setOfSources().components(), task -> {});
        interpreter = interpreter(sources);
        new RestActions(interpreter, new RouteMapper())
                .all()
                .forEach(operation -> operations.put(key(operation), operation));
    }

    private static SourceSet setOfSources() {
        Optional<SourceSet> fetched = SourceCache.ofEnvironment(System.getenv()).find("zed");
        Map<ComponentKind, Path> folders = new TreeMap<>();
        folder("BTDETECT_NOVA").ifPresent(path -> folders.put(ComponentKind.NOVA, path));
        folder("BTDETECT_LIBVIRT_PYTHON").ifPresent(path -> folders.put(ComponentKind.LIBVIRT_PYTHON, path));
        assumeTrue(
                folders.size() == 2 || fetched.isPresent(),
                "there is no Nova: set BTDETECT_NOVA and BTDETECT_LIBVIRT_PYTHON to folders, or fetch the sources of zed");
        return folders.size() == 2
                ? new SourceDirectories(new NovaSeries(List.of())).open(Optional.of("zed"), folders)
                : fetched.orElseThrow();
    }

    private static Optional<Path> folder(String variable) {
        return Optional.ofNullable(System.getenv(variable)).map(Path::of);
    }

    private static Interpreter interpreter(PythonSources sources) {
        Map<String, Activation> natives = new TreeMap<>();
        Map<String, String> profile = Map.of(
                "compute_driver", "libvirt.LibvirtDriver", "libvirt.virt_type", "kvm", "libvirt.images_type", "qcow2");
        return new Interpreter(
                sources,
                List.of(
                        new FunctionTools(),
                        new ContextLibrary(),
                        new Concurrency(),
                        new Imports(),
                        new Configuration(profile),
                        new VersionedObjects(),
                        new Messaging(),
                        new Binding((name, arguments) -> Optional.of(new Binding.Target(
                                natives.computeIfAbsent(
                                        name, key -> new Activation(key, new Place("libvirt", "libvirt.c", 1), "")),
                                true))),
                        new Processes(),
                        new Files()));
    }

    private static String key(RestActions.Operation operation) {
        return operation.key().isEmpty() ? operation.route().toString() : operation.key();
    }

    private static Behavior grow(Interpreter interpreter, RestActions.Operation operation, Optional<Value> body) {
        Link entry = Link.exact(EdgeKind.ROUTE, operation.declaration(), operation.handlerName());
        RestActions rest = new RestActions(interpreter, new RouteMapper());
        Value handlers = operation.implementations().get(0).handlers();
        return interpreter.call(handlers, rest.arguments(handlers, body), entry).behavior();
    }

    /** The native functions of the operation outside of what only failures do, in the order of first mention. */
    private List<String> natives(String key, Optional<Value> body) {
        RestActions.Operation operation = operations.get(key);
        Set<String> found = new LinkedHashSet<>();
        Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(grow(interpreter, operation, body.or(operation::body)), found, seen);
        return List.copyOf(found);
    }

    private static void collect(Behavior behavior, Set<String> found, Set<Activation> seen) {
        if (behavior instanceof Behavior.Failure) {
            return;
        }
        if (behavior instanceof Behavior.Enclosure enclosure && seen.add(enclosure.target())) {
            collect(enclosure.target().behavior(), found, seen);
        }
        if (behavior instanceof Behavior.Invocation call) {
            if (call.link().kind() == EdgeKind.BINDING) {
                found.add(call.target().function().replaceFirst("^vir(Domain)?", ""));
            } else if (seen.add(call.target())) {
                collect(call.target().behavior(), found, seen);
            }
        }
        Terms.parts(behavior).forEach(part -> collect(part, found, seen));
    }

    private void assertReaches(String operation, String... functions) {
        List<String> found = natives(operation, Optional.empty());
        List<String> expected = List.of(functions);
        List<String> reached = new ArrayList<>(found);
        reached.retainAll(expected);
        assertEquals(expected, reached, () -> operation + " reaches " + found);
    }

    /** The calls and operators of a behaviour, without regard to which of equal activations is shown first. */
    private static Set<String> calls(Behavior behavior) {
        return BehaviorText.of(behavior)
                .lines()
                .map(line -> line.replaceFirst(" \\.\\.\\.$", "").strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Value request(String action, String name, String choice) {
        Value inner = Value.of(new Atom.Dictionary(Bindings.of(Map.of(name, Value.text(choice))), Value.NOTHING));
        return Value.of(new Atom.Dictionary(Bindings.of(Map.of(action, inner)), Value.NOTHING));
    }

    @Test
    void operationsReachTheFunctionsOfLibvirtInOrder() {
        assertReaches("os-stop", "Shutdown", "Destroy");
        assertReaches("os-start", "Destroy", "UndefineFlags", "DefineXML", "CreateWithFlags");
        assertReaches("pause", "Suspend");
        assertReaches("unpause", "Resume", "SetTime");
        assertReaches("suspend", "ManagedSave");
        assertReaches("resume", "DefineXML", "CreateWithFlags", "SetTime");
        assertReaches("rescue", "Shutdown", "Destroy", "DefineXML", "CreateWithFlags");
        assertReaches("unrescue", "Destroy", "DefineXML", "CreateWithFlags");
        assertReaches("restore", "Destroy", "UndefineFlags", "DefineXML", "CreateWithFlags");
        assertReaches("evacuate", "DefineXML", "CreateWithFlags", "Resume");
        assertReaches("confirmResize", "UndefineFlags");
        assertReaches("os-migrateLive", "MigrateToURI3", "GetJobStats");
        assertReaches("trigger_crash_dump", "InjectNMI");
        assertReaches("changePassword", "SetUserPassword");
        assertReaches("createImage", "ManagedSave", "CreateWithFlags", "BlockRebase", "GetBlockJobInfo", "DefineXML");
        assertReaches("createBackup", "ManagedSave", "CreateWithFlags", "BlockRebase", "GetBlockJobInfo", "DefineXML");
        assertReaches("rebuild", "Shutdown", "Destroy", "UndefineFlags", "DefineXML", "CreateWithFlags", "Resume");
        assertReaches("shelveOffload", "Shutdown", "Destroy", "UndefineFlags");
    }

    @Test
    void whatTheRequestDecidesCutsTheOtherWay() {
        List<String> hard = natives("reboot", Optional.of(request("reboot", "type", "HARD")));
        assertTrue(hard.containsAll(List.of("Destroy", "DefineXML", "CreateWithFlags")), hard::toString);
        assertFalse(hard.contains("Shutdown"), hard::toString);
        List<String> soft = natives("reboot", Optional.of(request("reboot", "type", "SOFT")));
        assertTrue(soft.indexOf("Shutdown") < soft.indexOf("CreateWithFlags"), soft::toString);
        assertFalse(natives("forceDelete", Optional.empty()).contains("Shutdown"));
    }

    @Test
    void operationsThatEndAboveLibvirtEndThere() {
        for (String operation : List.of("lock", "unlock", "os-resetState")) {
            assertEquals(List.of(), natives(operation, Optional.empty()), operation);
        }
    }

    @Test
    void aBehaviorDoesNotDependOnWhatWasGrownBefore() {
        operations.values().forEach(operation -> grow(interpreter, operation, operation.body()));
        Ledger ledger = interpreter.ledger();
        long sites = ledger.count(Ledger.Fate.RESOLVED) + ledger.count(Ledger.Fate.LIBRARY);
        assertTrue(50 * ledger.count(Ledger.Fate.UNRESOLVED) < sites, "at most 2 % of the calls are unresolved");
        for (String key : List.of("os-stop", "rescue", "changePassword")) {
            Interpreter fresh = interpreter(sources);
            RestActions.Operation alone = new RestActions(fresh, new RouteMapper())
                    .all().stream()
                            .filter(operation -> key(operation).equals(key))
                            .findFirst()
                            .orElseThrow();
            assertEquals(
                    calls(grow(fresh, alone, alone.body())),
                    calls(grow(interpreter, operations.get(key), alone.body())),
                    key);
        }
    }
}
