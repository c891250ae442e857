package org.btdetect.tree.io;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Certainty;
import org.btdetect.tree.Component;
import org.btdetect.tree.Counts;
import org.btdetect.tree.Edge;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Hop;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Mark;
import org.btdetect.tree.Numbering;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.TreeNode;

/** A small library of an imaginary release, with every kind of node and mark in it. */
final class SampleLibrary {
    private static final Route ACTION = new Route("POST", "/servers/{id}/action");
    private static final Place ROUTES = nova("api/openstack/compute/routes.py", 12);

    private SampleLibrary() {}

    static TreeLibrary library() {
        List<Component> components = List.of(
                new Component("nova", "2:1.0.0-1", "0f".repeat(32), "a package"),
                new Component("libvirt", "1.0.0", "1e".repeat(32), "a package"),
                new Component("qemu", "1.0", "2d".repeat(32), "a folder"));
        Counts counts = new Counts(42, 1, 1000, new TreeMap<>(Map.of("unknown receiver", 1)));
        Provenance provenance = new Provenance("sample", components, "0.1.0", "libvirt/QEMU on local files", counts);
        return TreeLibrary.of(provenance, List.of(stop(), lock(), reboot("HARD"), reboot("SOFT"), syncPowerStates()));
    }

    static BehaviorTree stop() {
        Edge toShutdown = via(
                EdgeKind.BINDING,
                nova("virt/libvirt/guest.py", 640),
                hop(
                        "LibvirtDriver._clean_shutdown",
                        nova("virt/libvirt/driver.py", 3900),
                        EdgeKind.SELF,
                        nova("virt/libvirt/driver.py", 3990)),
                hop(
                        "Guest.shutdown",
                        nova("virt/libvirt/guest.py", 639),
                        EdgeKind.RETURN_TYPE,
                        nova("virt/libvirt/driver.py", 3920)));
        TreeNode shutdown = entry(Layer.LIBVIRT, "virDomainShutdown", libvirt("libvirt-domain.c", 1500))
                .withEdge(toShutdown)
                .withChildren(List.of(qemuShutdown()));
        TreeNode cleanly = optional("timeout", nova("virt/libvirt/driver.py", 3989), List.of(shutdown, waiting()));
        Edge toManager = via(
                EdgeKind.RPC_CAST,
                nova("compute/rpcapi.py", 1200),
                hop("API.stop", nova("compute/api.py", 2700), EdgeKind.ATTRIBUTE_TYPE, server(1090)),
                hop("API.force_stop", nova("compute/api.py", 2680), EdgeKind.SELF, nova("compute/api.py", 2705)),
                hop(
                        "ComputeAPI.stop_instance",
                        nova("compute/rpcapi.py", 1190),
                        EdgeKind.ATTRIBUTE_TYPE,
                        nova("compute/api.py", 2690)));
        TreeNode manager = entry(Layer.COMPUTE, "ComputeManager.stop_instance", nova("compute/manager.py", 3100))
                .withEdge(toManager)
                .withMarks(Set.of(Mark.ASYNC))
                .withChildren(List.of(cleanly, destroy(), save(Layer.COMPUTE, "compute/manager.py", 3140), failed()));
        TreeNode controller = entry(Layer.API, "ServersController._stop_server", server(1080))
                .withEdge(Edge.of(EdgeKind.ROUTE, server(1075)))
                .withChildren(List.of(save(Layer.API, "compute/api.py", 2685), manager));
        return action("os-stop", Map.of(), List.of("stop", "shutdown", "power off"), controller);
    }

    private static BehaviorTree lock() {
        String file = "api/openstack/compute/lock_server.py";
        TreeNode controller = entry(Layer.API, "LockServerController._lock", nova(file, 40))
                .withEdge(Edge.of(EdgeKind.ROUTE, nova(file, 36)))
                .withChildren(List.of(save(Layer.API, "compute/api.py", 4100)));
        return action("lock", Map.of(), List.of(), controller);
    }

    private static BehaviorTree reboot(String type) {
        TreeNode below = type.equals("HARD") ? destroy() : qemuShutdown();
        TreeNode guarded = below.withEdge(below.edge().withGuard("reboot_type == '" + type + "'"));
        TreeNode controller = entry(Layer.API, "ServersController._action_reboot", server(900))
                .withEdge(Edge.of(EdgeKind.ROUTE, server(890)))
                .withChildren(List.of(guarded));
        return action("reboot", Map.of("type", type), List.of("restart"), controller);
    }

    private static BehaviorTree syncPowerStates() {
        Place loop = nova("compute/manager.py", 10010);
        List<TreeNode> body = List.of(waiting(), save(Layer.COMPUTE, "compute/manager.py", 10020));
        TreeNode task = entry(Layer.COMPUTE, "ComputeManager._sync_power_states", nova("compute/manager.py", 10000))
                .withEdge(Edge.of(EdgeKind.DECORATOR, nova("compute/manager.py", 9998)))
                .withChildren(List.of(TreeNode.control(Operator.LOOP, Layer.COMPUTE, loop, body)));
        ActionName name = ActionName.of("_sync_power_states");
        return tree(new Activity(name, RootKind.PERIODIC, Route.NONE, List.of()), task);
    }

    private static TreeNode qemuShutdown() {
        Place schema = new Place("qemu", "qapi/machine.json", 300);
        TreeNode handler = boundary(
                        Layer.QEMU, "qmp_system_powerdown", new Place("qemu", "softmmu/runstate.c", 610), "")
                .withEdge(Edge.of(EdgeKind.QAPI_HANDLER, schema));
        TreeNode monitor = TreeNode.of(new Subject.Entry("system_powerdown", schema), Layer.QEMU)
                .withEdge(Edge.of(EdgeKind.MONITOR_COMMAND, libvirt("qemu/qemu_monitor_json.c", 1420))
                        .withGuard("useAgent == false"))
                .withChildren(List.of(handler));
        TreeNode agent = boundary(
                        Layer.GUEST, "guest-shutdown", libvirt("qemu/qemu_agent.c", 900), "mode=\"powerdown\"")
                .withEdge(Edge.of(EdgeKind.AGENT_COMMAND, libvirt("qemu/qemu_agent.c", 910))
                        .withGuard("useAgent"));
        Place statement = libvirt("qemu/qemu_driver.c", 1760);
        TreeNode choice = TreeNode.control(Operator.CHOICE, Layer.LIBVIRT, statement, List.of(agent, monitor));
        return entry(Layer.LIBVIRT, "qemuDomainShutdownFlags", libvirt("qemu/qemu_driver.c", 1740))
                .withEdge(Edge.of(EdgeKind.OPS_TABLE, libvirt("libvirt-domain.c", 1520))
                        .withCertainty(Certainty.AMBIGUOUS))
                .withChildren(List.of(choice));
    }

    private static TreeNode destroy() {
        TreeNode kill = boundary(Layer.QEMU, "SIGTERM", libvirt("qemu/qemu_process.c", 7900), "vm->pid")
                .withEdge(Edge.of(EdgeKind.SIGNAL, libvirt("qemu/qemu_process.c", 7910)));
        return entry(Layer.LIBVIRT, "virDomainDestroy", libvirt("libvirt-domain.c", 470))
                .withEdge(Edge.of(EdgeKind.BINDING, nova("virt/libvirt/guest.py", 280)))
                .withChildren(List.of(kill));
    }

    private static TreeNode waiting() {
        TreeNode info = boundary(Layer.LIBVIRT, "virDomainGetInfo", libvirt("libvirt-domain.c", 2400), "")
                .withEdge(Edge.of(EdgeKind.BINDING, nova("virt/libvirt/guest.py", 590)))
                .withMarks(Set.of(Mark.AUX));
        Place loop = nova("virt/libvirt/driver.py", 3930);
        TreeNode node = TreeNode.control(Operator.LOOP, Layer.COMPUTE, loop, List.of(info));
        return node.withEdge(node.edge().withGuard("sec in range(timeout)"));
    }

    private static TreeNode failed() {
        Place call = nova("compute/manager.py", 3150);
        TreeNode hook = TreeNode.of(
                        new Subject.Unresolved("self.hooks[name](ctxt, <instance>)", call, "unknown receiver"),
                        Layer.COMPUTE)
                .withEdge(Edge.of(EdgeKind.DICTIONARY, call))
                .withMarks(Set.of(Mark.ERROR));
        String stop = "ComputeManager.stop_instance";
        TreeNode again = TreeNode.of(new Subject.Reference(stop, nova("compute/manager.py", 3100), stop), Layer.COMPUTE)
                .withEdge(Edge.of(EdgeKind.SELF, nova("compute/manager.py", 3155)))
                .withMarks(Set.of(Mark.ERROR));
        return optional("except InstanceNotFound", nova("compute/manager.py", 3149), List.of(hook, again));
    }

    private static TreeNode save(Layer layer, String file, int line) {
        return boundary(layer, "Instance.save", nova("objects/instance.py", 700), "task_state, \"vm_state\"")
                .withEdge(Edge.of(EdgeKind.DATABASE, nova(file, line)));
    }

    private static TreeNode entry(Layer layer, String name, Place place) {
        return TreeNode.of(new Subject.Entry(name, place), layer).withId(name);
    }

    private static TreeNode boundary(Layer layer, String name, Place place, String arguments) {
        return TreeNode.of(new Subject.Boundary(name, place, arguments), layer);
    }

    private static TreeNode optional(String guard, Place place, List<TreeNode> children) {
        TreeNode node = TreeNode.control(Operator.OPTIONAL, Layer.COMPUTE, place, children);
        return node.withEdge(node.edge().withGuard(guard));
    }

    private static Edge via(EdgeKind kind, Place evidence, Hop... hops) {
        return Edge.of(kind, evidence).withVia(List.of(hops));
    }

    private static Hop hop(String name, Place place, EdgeKind kind, Place evidence) {
        return new Hop(name, place, kind, evidence);
    }

    private static BehaviorTree action(
            String key, Map<String, String> variant, List<String> aliases, TreeNode controller) {
        return tree(new Activity(ActionName.of(key, variant), RootKind.REQUEST, ACTION, aliases), controller);
    }

    private static BehaviorTree tree(Activity activity, TreeNode below) {
        TreeNode root = TreeNode.of(new Subject.Action(activity.name().toString(), ROUTES), Layer.USER);
        return new BehaviorTree(activity, Numbering.number(root.withChildren(List.of(below))));
    }

    private static Place server(int line) {
        return nova("api/openstack/compute/servers.py", line);
    }

    private static Place nova(String file, int line) {
        return new Place("nova", "nova/" + file, line);
    }

    private static Place libvirt(String file, int line) {
        return new Place("libvirt", "src/" + file, line);
    }
}
