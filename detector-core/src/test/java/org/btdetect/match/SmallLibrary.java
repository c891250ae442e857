package org.btdetect.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Level;
import org.btdetect.keyword.LogSource;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.Piece;
import org.btdetect.keyword.Template;
import org.btdetect.keyword.TracePoint;
import org.btdetect.keyword.TracePointKind;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.Counts;
import org.btdetect.tree.Edge;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Numbering;
import org.btdetect.tree.Operator;
import org.btdetect.tree.Place;
import org.btdetect.tree.Provenance;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.TreeNode;

/** A made-up library: stop (shut down any number of times, then destroy), pause, and the service's own check of states. */
final class SmallLibrary {
    static final String STOPPING = "manager.py:10";
    static final String PAUSING = "manager.py:20";
    static final String CHECKING = "manager.py:30";
    static final String ASKING = "api.py:5";
    private static final Map<String, String> FUNCTIONS = Map.of(
            STOPPING,
            "Manager.stop.locked",
            PAUSING,
            "Manager.pause",
            CHECKING,
            "Manager.check",
            ASKING,
            "Controller.stop");
    private static final Place PLACE = new Place("demo", "demo.py", 1);

    private SmallLibrary() {}

    static Catalogue catalogue() {
        List<BehaviorTree> trees = List.of(stop(), pause(), check());
        Map<ActionName, List<Emission>> emissions = new TreeMap<>();
        trees.forEach(tree -> emissions.put(tree.name(), emissions(tree)));
        KeywordLibrary keywords =
                new KeywordLibrary(List.of(point(STOPPING), point(PAUSING), point(CHECKING), point(ASKING)), emissions);
        return Catalogue.of(
                TreeLibrary.of(new Provenance("demo", List.of(), "", "", new Counts(0, 0, 0, new TreeMap<>())), trees),
                keywords);
    }

    static BehaviorTree stop() {
        TreeNode again = TreeNode.control(Operator.LOOP, Layer.COMPUTE, PLACE, List.of(call("virDomainShutdown")));
        TreeNode manager = entry(
                "Manager.stop",
                Layer.COMPUTE,
                EdgeKind.RPC_CAST,
                List.of(call("virDomainGetInfo"), call("virDomainShutdown"), again, call("virDomainDestroy")));
        return request("stop", entry("Controller.stop", Layer.API, EdgeKind.ROUTE, List.of(manager)));
    }

    static BehaviorTree pause() {
        TreeNode manager = entry("Manager.pause", Layer.COMPUTE, EdgeKind.RPC_CAST, List.of(call("virDomainSuspend")));
        return request("pause", entry("Controller.pause", Layer.API, EdgeKind.ROUTE, List.of(manager)));
    }

    private static BehaviorTree check() {
        TreeNode stopping = entry("Manager.stop", Layer.COMPUTE, EdgeKind.RPC_CAST, List.of(call("virDomainDestroy")));
        TreeNode task = entry(
                "Manager.check", Layer.COMPUTE, EdgeKind.LIBRARY_MODEL, List.of(call("virDomainGetInfo"), stopping));
        Activity activity = new Activity(ActionName.of("check"), RootKind.PERIODIC, Route.NONE, List.of());
        return tree(activity, task);
    }

    private static BehaviorTree request(String name, TreeNode handler) {
        Route route = new Route("POST", "/servers/{id}/action");
        return tree(new Activity(ActionName.of(name), RootKind.REQUEST, route, List.of()), handler);
    }

    private static BehaviorTree tree(Activity activity, TreeNode child) {
        TreeNode root = TreeNode.of(new Subject.Action(activity.name().key(), PLACE), Layer.USER)
                .withChildren(List.of(child));
        return new BehaviorTree(activity, Numbering.number(root));
    }

    private static TreeNode entry(String name, Layer layer, EdgeKind kind, List<TreeNode> children) {
        return new TreeNode("", new Subject.Entry(name, PLACE), layer, Edge.of(kind, PLACE), Set.of(), children);
    }

    private static TreeNode call(String name) {
        return entry(name, Layer.LIBVIRT, EdgeKind.BINDING, List.of());
    }

    private static List<Emission> emissions(BehaviorTree tree) {
        Map<String, String> points = Map.of(
                "Manager.stop",
                STOPPING,
                "Manager.pause",
                PAUSING,
                "Manager.check",
                CHECKING,
                "Controller.stop",
                ASKING);
        List<Emission> emissions = new ArrayList<>();
        tree.nodes()
                .filter(node -> points.containsKey(node.name()))
                .forEach(node -> emissions.add(new Emission(points.get(node.name()), node.id(), Occurrence.ALWAYS)));
        return emissions;
    }

    private static TracePoint point(String id) {
        return new TracePoint(
                id,
                TracePointKind.LOG_STATEMENT,
                new TracePoint.Channel(LogSource.NOVA_LOG, Level.INFO, "demo"),
                new Template(List.of(new Piece.Literal(id))),
                new TracePoint.Origin(PLACE, FUNCTIONS.getOrDefault(id, "")),
                Set.of(Layer.COMPUTE));
    }
}
