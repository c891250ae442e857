package org.btdetect.grow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.btdetect.source.Component;
import org.btdetect.source.ComponentKind;
import org.btdetect.source.DemoStack;
import org.btdetect.source.SourceSet;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.NodeKind;
import org.btdetect.tree.Operator;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.TreeNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the trees of the hand-written stack must and must not say. */
class DemoTreesTest {
    private static DemoStack stack;
    private static Trees trees;

    @BeforeAll
    static void build() {
        stack = DemoStack.open();
        trees = Trees.of(stack.sources());
    }

    @AfterAll
    static void close() {
        stack.close();
    }

    @Test
    void nothingIsLost() {
        assertEquals(List.of(), trees.problems());
        trees.all().forEach(tree -> assertEquals(List.of(), tree.unresolved(), tree.name()::toString));
    }

    @Test
    void stopGoesThroughEveryLayer() {
        assertEquals(
                Set.of(Layer.USER, Layer.API, Layer.COMPUTE, Layer.LIBVIRT, Layer.QEMU),
                Set.copyOf(trees.tree("os-stop")
                        .nodes()
                        .map(TreeNode::layer)
                        .distinct()
                        .toList()));
        for (String name : List.of(
                "ServersController._stop_server",
                "ComputeManager.stop_instance",
                "virDomainShutdown",
                "qemuDomainShutdown",
                "system_powerdown",
                "qmp_system_powerdown",
                "virDomainDestroy",
                "qemuDomainDestroy",
                "SIGTERM",
                "SIGKILL")) {
            assertTrue(trees.reaches("os-stop", name), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "forceDelete", "reboot.type=HARD", "os-start", "pause", "createImage"})
    void guestIsNotAskedToShutDown(String action) {
        assertFalse(trees.reaches(action, "virDomainShutdown"));
        assertFalse(trees.reaches(action, "system_powerdown"));
    }

    @Test
    void softDeleteAndDeleteDifferByTheirCallback() {
        assertTrue(trees.reaches("delete", "ComputeManager.soft_delete_instance"));
        assertTrue(trees.reaches("delete", "ComputeManager.terminate_instance"));
        assertTrue(trees.reaches("forceDelete", "ComputeManager.terminate_instance"));
        assertFalse(trees.reaches("forceDelete", "ComputeManager.soft_delete_instance"));
    }

    @Test
    void softDeletePowersOffAndKeepsTheDomain() {
        TreeNode soft = trees.tree("delete")
                .nodes()
                .filter(node -> node.name().equals("ComputeManager.soft_delete_instance"))
                .findFirst()
                .orElseThrow();
        List<String> libvirt = soft.stream()
                .filter(node -> node.kind() == NodeKind.ENTRY && node.name().startsWith("vir"))
                .map(TreeNode::name)
                .toList();
        assertEquals(List.of("virConnectOpen", "virDomainLookupByUUIDString", "virDomainDestroy"), libvirt);
    }

    @Test
    void hardRebootIsOptionalAfterASoftOne() {
        TreeNode driver = trees.tree("reboot.type=SOFT")
                .nodes()
                .filter(node -> node.edge().kind() == EdgeKind.DRIVER_LOAD)
                .findFirst()
                .orElseThrow();
        List<TreeNode> holders = driver.children().stream()
                .filter(child -> child.stream().anyMatch(node -> node.name().equals("virDomainDestroy")))
                .toList();
        assertEquals(1, holders.size());
        assertTrue(holders.get(0).is(Operator.OPTIONAL));
        assertEquals("not self._soft_reboot(instance)", holders.get(0).edge().guard());
    }

    @ParameterizedTest
    @CsvSource({
        "create, virDomainDefineXML virDomainCreateWithFlags virDomainResume",
        "os-start, virDomainDestroy virDomainUndefineFlags virDomainDefineXML virDomainCreateWithFlags",
        "forceDelete, virDomainDestroy virDomainUndefineFlags",
        "createImage, virDomainSuspend virDomainResume",
        "attach-volume, virDomainAttachDeviceFlags",
        "changePassword, virDomainSetUserPassword"
    })
    void libvirtIsCalledInOrder(String action, String expected) {
        List<String> calls = trees.names(action, Layer.LIBVIRT).stream()
                .filter(name -> name.startsWith("virDomain"))
                .filter(name -> !name.startsWith("virDomainLookup") && !name.startsWith("virDomainGet"))
                .filter(name -> !name.contains("."))
                .toList();
        assertEquals(List.of(expected.split(" ")), calls);
    }

    @Test
    void virtualMachineOfACreationStartsPaused() {
        assertEquals(
                1,
                trees.names("create", Layer.QEMU).stream()
                        .filter("cont"::equals)
                        .count());
        assertTrue(trees.reaches("os-start", "cont"));
    }

    @Test
    void messagesAreAsynchronousOnlyWhereTheyAreCast() {
        assertTrue(isAsynchronous("os-stop"));
        assertFalse(isAsynchronous("changePassword"));
    }

    @Test
    void conductorStandsInTheWayOfCreationOnly() {
        for (BehaviorTree tree : trees.all()) {
            assertEquals(
                    tree.name().toString().equals("create"),
                    tree.layers().contains(Layer.CONDUCTOR),
                    tree.name()::toString);
        }
    }

    @Test
    void driverOfAnotherHypervisorIsNoPartOfTheDeployment() {
        for (BehaviorTree tree : trees.all()) {
            assertFalse(tree.nodes().anyMatch(node -> node.name().startsWith("lightvm")), tree.name()::toString);
        }
    }

    @Test
    void agentsHandlerIsThatOfThisOperatingSystem() {
        TreeNode handler = trees.tree("changePassword")
                .nodes()
                .filter(node -> node.name().startsWith("qmp_"))
                .findFirst()
                .orElseThrow();
        assertEquals("qga/commands-posix.c", handler.subject().place().file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"os-stop", "reboot", "attach-volume", "delete"})
    void actionByItselfHasTheTreeThatItHasAmongAll(String action) {
        Trees alone = Trees.of(stack.sources(), action);
        assertFalse(alone.names().isEmpty());
        for (BehaviorTree tree : alone.all()) {
            assertEquals(trees.tree(tree.name().toString()), tree);
        }
    }

    @Test
    void withoutQemuCommandsAreKnownAndTheirHandlersAreNot() {
        Trees smaller = Trees.of(without(Set.of(ComponentKind.QEMU)));
        assertEquals(trees.names(), smaller.names());
        assertTrue(smaller.reaches("os-stop", "system_powerdown"));
        assertFalse(smaller.reaches("os-stop", "qmp_system_powerdown"));
    }

    @Test
    void withoutLibvirtTreesEndWhereItIsCalled() {
        Trees smaller = Trees.of(without(Set.of(ComponentKind.QEMU, ComponentKind.LIBVIRT)));
        assertEquals(trees.names(), smaller.names());
        assertTrue(smaller.reaches("os-stop", "virDomainShutdown"));
        assertFalse(smaller.tree("os-stop").layers().contains(Layer.QEMU));
    }

    private static SourceSet without(Set<ComponentKind> missing) {
        SourceSet all = stack.sources();
        List<Component> left = all.components().stream()
                .filter(component -> !missing.contains(component.kind()))
                .toList();
        return new SourceSet(all.name(), left);
    }

    private static boolean isAsynchronous(String action) {
        return trees.tree(action).nodes().anyMatch(node -> node.marks().contains(Mark.ASYNC));
    }

    @ParameterizedTest
    @CsvSource({
        "startup:ComputeManager, STARTUP, LibvirtDriver.init_host",
        "periodic:ComputeManager._sync_power_states, PERIODIC, LibvirtDriver.power_off",
        "event:lifecycle, EVENT, event:ComputeManager.handle_events",
        "event:ComputeManager.handle_events, EVENT, qmp_system_powerdown"
    })
    void servicesActWithoutAUser(String name, RootKind kind, String reached) {
        BehaviorTree tree = trees.tree(name);
        assertEquals(kind, tree.activity().kind());
        assertEquals(Layer.COMPUTE, tree.root().layer());
        assertTrue(trees.reaches(name, reached), reached);
    }

    @Test
    void aTreeIsTheSameWhateverElseIsGrown() {
        for (String name :
                List.of("os-stop", "reboot", "event:lifecycle", "periodic:ComputeManager._sync_power_states")) {
            List<BehaviorTree> alone = Trees.of(stack.sources(), name).all();
            assertFalse(alone.isEmpty(), name);
            alone.forEach(tree -> assertEquals(trees.tree(tree.name().toString()), tree));
        }
    }
}
