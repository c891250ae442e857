package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.btdetect.grow.NativeCode.Setting;
import org.btdetect.program.Problem;
import org.btdetect.resolve.c.CValue;
import org.btdetect.resolve.c.CallRecorder;
import org.btdetect.resolve.c.Definition;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.SourceCache;
import org.btdetect.source.SourceSet;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What libvirt's public functions reach in the real sources of {@code zed}, known from reading them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealLibvirtTest {

    private static final CValue ANY = CValue.UNKNOWN;

    private final Map<String, Set<String>> reached = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> asking = new TreeSet<>();
    private final Counter counter = new Counter();

    /** Counts calls by their fate. */
    private static final class Counter implements CallRecorder {
        private int resolved;
        private int unresolved;

        @Override
        public void resolved(Definition caller, int line, Definition callee, EdgeKind kind) {
            resolved++;
        }

        @Override
        public void unresolved(Definition caller, Place at, String text, String reason) {
            unresolved++;
        }
    }

    @BeforeAll
    void interpret() {
        NativeCode code = NativeCode.open(setting(), counter, problems::add);
        Map<String, Activation> entered = new TreeMap<>();
        enter(code, entered, "virDomainShutdown");
        enter(code, entered, "virDomainShutdownFlags", ANY, CValue.number(2));
        enter(code, entered, "virDomainDestroyFlags");
        enter(code, entered, "virDomainBlockJobAbort", ANY, ANY, CValue.number(0));
        enter(code, entered, "virDomainBlockJobAbort", ANY, ANY, CValue.number(2));
        enter(code, entered, "virDomainSuspend");
        enter(code, entered, "virDomainResume");
        enter(code, entered, "virDomainCreateWithFlags");
        enter(code, entered, "virDomainManagedSave");
        enter(code, entered, "virDomainUndefineFlags");
        enter(code, entered, "virDomainAttachDeviceFlags");
        enter(code, entered, "virDomainDetachDeviceFlags");
        enter(code, entered, "virDomainSetUserPassword");
        enter(code, entered, "virDomainInjectNMI");
        enter(code, entered, "virDomainMigrateToURI3");
        enter(code, entered, "virDomainBlockRebase");
        code.complete();
        for (String function : List.of(
                "virDomainShutdown",
                "virDomainGetInfo",
                "virDomainGetXMLDesc",
                "virConnectOpenAuth",
                "virGetLastError",
                "virDomainGetName",
                "virDomainGetID",
                "virEventRegisterImpl")) {
            if (code.asksDaemon(function)) {
                asking.add(function);
            }
        }
        entered.forEach((name, activation) -> reached.put(name, operations(activation)));
    }

    private static Setting setting() {
        Optional<Path> libvirt = root("BTDETECT_LIBVIRT", ComponentKind.LIBVIRT);
        Optional<Path> qemu = root("BTDETECT_QEMU", ComponentKind.QEMU);
        assumeTrue(
                libvirt.isPresent() && qemu.isPresent(),
                "there is no libvirt and QEMU: set BTDETECT_LIBVIRT and BTDETECT_QEMU to folders, or fetch the sources of zed");
        return new Setting(
                libvirt.orElseThrow(), qemu, "qemu", Profile.localFiles().facts(), false);
    }

    private static Optional<Path> root(String variable, ComponentKind kind) {
        Optional<SourceSet> fetched = SourceCache.ofEnvironment(System.getenv()).find("zed");
        return Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .or(() -> fetched.flatMap(set -> set.component(kind)).map(Component::root));
    }

    private static void enter(NativeCode code, Map<String, Activation> entered, String function, CValue... arguments) {
        String last = arguments.length == 0 ? "" : " " + arguments[arguments.length - 1];
        entered.put(function + last, code.enter(function, List.of(arguments)).orElseThrow());
    }

    private static Set<String> operations(Activation activation) {
        Set<String> found = new TreeSet<>();
        Set<Activation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(new Behavior.Sequence(List.of(activation.behavior())), found, seen);
        return found;
    }

    private static void collect(Behavior behavior, Set<String> found, Set<Activation> seen) {
        if (behavior instanceof Behavior.Operation operation) {
            found.add(operation.name());
        } else if (behavior instanceof Behavior.Invocation call && seen.add(call.target())) {
            if (call.enters().isPresent()) {
                found.add(call.target().toString());
                found.add(call.target().function());
            }
            collect(call.target().behavior(), found, seen);
        }
        Terms.parts(behavior).forEach(part -> collect(part, found, seen));
    }

    private void assertReaches(String entry, String... operations) {
        Set<String> found = reached.getOrDefault(entry, Set.of());
        for (String operation : operations) {
            assertTrue(found.contains(operation), () -> entry + " does not reach " + operation + " but " + found);
        }
    }

    private void assertMisses(String entry, String... operations) {
        Set<String> found = reached.getOrDefault(entry, Set.of());
        assertFalse(found.isEmpty(), entry);
        for (String operation : operations) {
            assertFalse(found.contains(operation), () -> entry + " reaches " + operation);
        }
    }

    @Test
    void onlyFunctionsThatCallADriverAskTheDaemon() {
        for (String function :
                List.of("virDomainShutdown", "virDomainGetInfo", "virDomainGetXMLDesc", "virConnectOpenAuth")) {
            assertTrue(asking.contains(function), function);
        }
        for (String within : List.of("virGetLastError", "virDomainGetName", "virDomainGetID", "virEventRegisterImpl")) {
            assertFalse(asking.contains(within), within);
        }
    }

    @Test
    void theDaemonOfTheDeploymentTakesNoLocksAndRunsNoHooks() {
        assertMisses("virDomainResume", "LVS", "scsi_id");
        assertMisses("virDomainCreateWithFlags", "bridgeHelperName", "ebtables");
    }

    @Test
    void shutdownAsksTheGuestByMonitorOrAgent() {
        assertReaches("virDomainShutdown", "system_powerdown", "qmp_system_powerdown");
        assertMisses("virDomainShutdown", "SIGTERM", "system_reset", "stop");
        assertReaches("virDomainShutdownFlags 2", "guest-shutdown");
    }

    @Test
    void destroyKillsTheProcess() {
        assertReaches("virDomainDestroyFlags", "SIGTERM", "SIGKILL");
        assertMisses("virDomainDestroyFlags", "system_powerdown", "guest-shutdown", "emulator", "cont");
    }

    @Test
    void aFlagDecidesWhetherABlockJobIsCancelledOrCompleted() {
        assertReaches("virDomainBlockJobAbort 0", "block-job-cancel");
        assertMisses("virDomainBlockJobAbort 0", "job-complete", "system_powerdown");
        assertReaches("virDomainBlockJobAbort 2", "job-complete");
    }

    @Test
    void suspendStopsAndResumeContinues() {
        assertReaches("virDomainSuspend", "stop", "qmp_stop");
        assertMisses("virDomainSuspend", "cont", "migrate");
        assertReaches("virDomainResume", "cont", "qmp_cont");
        assertMisses("virDomainResume", "stop");
    }

    @Test
    void createExecutesTheEmulator() {
        assertReaches("virDomainCreateWithFlags", "emulator", "cont", "qmp_cont", "SIGKILL");
        assertMisses("virDomainCreateWithFlags", "system_powerdown", "guest-shutdown");
    }

    @Test
    void savingStopsMigratesToAFileAndKills() {
        assertReaches("virDomainManagedSave", "stop", "query-migrate", "SIGKILL");
        assertTrue(
                reached.getOrDefault("virDomainManagedSave", Set.of()).stream()
                        .anyMatch(name -> name.startsWith("migrate(") && name.contains("uri=fd:migrate")),
                "the migration goes to a file descriptor");
        assertMisses("virDomainManagedSave", "system_powerdown");
    }

    @Test
    void devicesComeAndGo() {
        assertReaches("virDomainAttachDeviceFlags", "blockdev-add", "device_add", "netdev_add");
        assertReaches("virDomainDetachDeviceFlags", "device_del", "blockdev-del", "netdev_del");
        assertMisses("virDomainDetachDeviceFlags", "device_add");
    }

    @Test
    void theRestReachesWhatItIsFor() {
        assertReaches("virDomainSetUserPassword", "guest-set-user-password");
        assertReaches("virDomainInjectNMI", "inject-nmi", "qmp_inject_nmi");
        assertReaches("virDomainMigrateToURI3", "migrate", "migrate-set-parameters", "query-migrate", "SIGKILL");
        assertReaches("virDomainBlockRebase", "blockdev-mirror", "block-stream");
        assertEquals(Set.of("event:lifecycle"), reached.getOrDefault("virDomainUndefineFlags", Set.of("nothing")));
    }

    @Test
    void theOrderOfEntriesChangesNothing() {
        Setting setting = setting();
        List<String> functions = List.of("virDomainSuspend", "virDomainShutdown", "virDomainDestroyFlags");
        Map<String, String> forwards = new TreeMap<>();
        NativeCode together = NativeCode.open(setting, CallRecorder.NONE, problems::add);
        functions.forEach(function -> together.enter(function, List.of()));
        together.complete();
        functions.forEach(function -> forwards.put(function, text(together, function)));
        NativeCode apart = NativeCode.open(setting, CallRecorder.NONE, problems::add);
        for (int i = functions.size() - 1; i >= 0; i--) {
            apart.enter(functions.get(i), List.of());
            apart.complete();
            assertEquals(forwards.get(functions.get(i)), text(apart, functions.get(i)));
        }
    }

    private static String text(NativeCode code, String function) {
        return BehaviorText.of(code.enter(function, List.of()).orElseThrow(), true);
    }

    @Test
    void nearlyEverythingIsResolved() {
        assertEquals(List.of(), problems);
        assertTrue(
                counter.unresolved * 100 < counter.resolved,
                counter.unresolved + " unresolved calls beside " + counter.resolved + " resolved ones");
    }
}
