package org.btdetect.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.keyword.Emission;
import org.btdetect.keyword.KeywordLibrary;
import org.btdetect.keyword.Occurrence;
import org.btdetect.keyword.TracePoint;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Operator;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Subject;
import org.btdetect.tree.TreeLibrary;
import org.btdetect.tree.TreeNode;

/** A tree library compiled for matching: plans, and which records tell of which plan. */
public final class Catalogue {
    /** How often a trace point may leave a record is not known, or not bounded. */
    static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final int MOST_NAMES = 1 << 14;
    /** Monitor commands that only ask are named so. */
    private static final Pattern QUERY = Pattern.compile("(query-|qom-list|qom-get|device-list).*|qmp_capabilities");

    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, List<Plan>> byKey = new HashMap<>();
    private final Map<String, List<Plan>> byRoute = new HashMap<>();
    private final Map<String, List<Plan>> byHandler = new HashMap<>();
    private final Map<String, Set<Plan>> remote = new HashMap<>();
    private final Map<String, Set<Plan>> internal = new HashMap<>();
    private final Map<String, Set<Plan>> callers = new HashMap<>();
    private final Map<String, Set<Plan>> entries = new HashMap<>();
    private final Map<Plan, Map<String, Integer>> bounds = new HashMap<>();
    private final Set<String> daemonCalls = new HashSet<>();
    private final Map<String, Boolean> reads = new Bounded<>(MOST_NAMES);
    private final Map<String, Boolean> queries = new Bounded<>(MOST_NAMES);

    private final KeywordLibrary keywords;

    private Catalogue(KeywordLibrary keywords) {
        this.keywords = keywords;
    }

    /** Compiles a library. */
    public static Catalogue of(TreeLibrary library, KeywordLibrary keywords) {
        Catalogue catalogue = new Catalogue(keywords);
        library.trees().forEach(tree -> catalogue.add(tree, keywords.emissions(tree.name())));
        return catalogue;
    }

    private void add(BehaviorTree tree, List<Emission> emissions) {
        Set<String> beyond = beyondMessages(tree);
        boolean isRequest = tree.activity().kind() == RootKind.REQUEST;
        EffectNet net = NetCompiler.compile(tree, node -> isEffect(node) && (isRequest || !beyond.contains(node.id())));
        Plan plan = new Plan(tree.name(), tree.activity().kind(), isReading(tree), net);
        plans.add(plan);
        byKey.computeIfAbsent(tree.name().key(), key -> new ArrayList<>()).add(plan);
        String route = tree.activity().route().toString().replaceAll("\\{[^}]*}", "{id}");
        byRoute.computeIfAbsent(route, key -> new ArrayList<>()).add(plan);
        tree.nodes()
                .filter(node -> node.edge().kind() == EdgeKind.ROUTE)
                .forEach(node -> byHandler
                        .computeIfAbsent(node.name(), key -> new ArrayList<>())
                        .add(plan));
        tree.nodes().forEach(this::addCall);
        Map<String, TreeNode> nodes = new HashMap<>();
        tree.nodes().forEach(node -> nodes.put(node.id(), node));
        for (Emission emission : emissions) {
            TreeNode node = nodes.get(emission.node());
            if (node != null) {
                add(role(isRequest, node, beyond), emission.tracePoint(), plan);
                if (isMessage(node) && isIn(emission.tracePoint(), node)) {
                    add(entries, emission.tracePoint(), plan);
                }
            }
        }
        bounds.put(plan, bounds(tree, emissions));
    }

    private static void add(Map<String, Set<Plan>> plans, String tracePoint, Plan plan) {
        plans.computeIfAbsent(tracePoint, id -> new HashSet<>()).add(plan);
    }

    /** Returns whether a trace point stands in the node's own function or one defined in it. */
    private boolean isIn(String tracePoint, TreeNode node) {
        String function =
                keywords.tracePoint(tracePoint).map(TracePoint::function).orElse("");
        return function.equals(node.name()) || function.startsWith(node.name() + ".");
    }

    private Map<String, Set<Plan>> role(boolean isRequest, TreeNode node, Set<String> beyond) {
        if (isRequest) {
            return node.layer() == Layer.COMPUTE ? remote : callers;
        }
        return beyond.contains(node.id()) ? remote : internal;
    }

    private static boolean isReading(BehaviorTree tree) {
        return tree.activity().route().method().equals("GET");
    }

    /** The nodes that run only after a message was sent: another process, or the same one after its own message. */
    private static Set<String> beyondMessages(BehaviorTree tree) {
        Set<String> beyond = new HashSet<>();
        tree.nodes()
                .filter(Catalogue::isMessage)
                .forEach(node -> node.stream().forEach(below -> beyond.add(below.id())));
        return beyond;
    }

    private static boolean isMessage(TreeNode node) {
        return node.edge().kind() == EdgeKind.RPC_CAST || node.edge().kind() == EdgeKind.RPC_CALL;
    }

    private static boolean isCall(TreeNode node) {
        return node.layer() == Layer.LIBVIRT
                && node.edge().kind() == EdgeKind.BINDING
                && !(node.subject() instanceof Subject.Reference);
    }

    private static boolean isEffect(TreeNode node) {
        return isCall(node) && !DaemonCalls.isRead(node.name());
    }

    private void addCall(TreeNode node) {
        if (isCall(node)) {
            daemonCalls.add(node.name());
        }
    }

    private static Map<String, Integer> bounds(BehaviorTree tree, List<Emission> emissions) {
        NodeCounts counts = new NodeCounts(tree);
        Map<String, Integer> bounds = new HashMap<>();
        for (Emission emission : emissions) {
            int times = emission.occurrence() == Occurrence.ALWAYS ? counts.of(emission.node()) : UNBOUNDED;
            bounds.merge(
                    emission.tracePoint(), times, (one, other) -> one > UNBOUNDED - other ? UNBOUNDED : one + other);
        }
        return bounds;
    }

    /** Returns the plans of an action as a request names it. */
    List<Plan> plans(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /** Returns the plans of the actions that a method of the REST service handles. */
    List<Plan> handler(String method) {
        return byHandler.getOrDefault(method, List.of());
    }

    /** Returns the plans of all actions of a route. */
    List<Plan> route(String route) {
        return byRoute.getOrDefault(route, List.of());
    }

    /** Returns the plans that a condition holds for. */
    List<Plan> plans(Predicate<Plan> condition) {
        return plans.stream().filter(condition).toList();
    }

    /** Returns the plans that leave a record of this trace point in a service that a message reached. */
    Set<Plan> remote(String tracePoint) {
        return remote.getOrDefault(tracePoint, Set.of());
    }

    /** Returns the plans that leave a record of this trace point right where a message reaches the service. */
    Set<Plan> entries(String tracePoint) {
        return entries.getOrDefault(tracePoint, Set.of());
    }

    /** Returns the plans that no request starts and that leave a record of this trace point before they send a message. */
    Set<Plan> internal(String tracePoint) {
        return internal.getOrDefault(tracePoint, Set.of());
    }

    /** Returns the plans that leave a record of this trace point before a message reaches the service that does the work. */
    Set<Plan> callers(String tracePoint) {
        return callers.getOrDefault(tracePoint, Set.of());
    }

    /** Returns how often one occurrence of a plan may leave a record of this trace point. */
    int bound(Plan plan, String tracePoint) {
        return bounds.getOrDefault(plan, Map.of()).getOrDefault(tracePoint, UNBOUNDED);
    }

    /** Returns whether a call of the daemon's API only reads what every client may see. */
    boolean isRead(String call) {
        return reads.computeIfAbsent(call, DaemonCalls::isRead);
    }

    /** Returns whether a monitor command only asks. */
    boolean isQuery(String command) {
        return queries.computeIfAbsent(command, name -> QUERY.matcher(name).matches());
    }

    /** Returns whether any plan makes this call of the daemon's API, reading or not. */
    boolean isPlanned(String call) {
        return daemonCalls.contains(call);
    }

    /** Returns whether an event is a call of the daemon's API that changes something. */
    public static boolean isChange(Event event) {
        return event.kind() == EventKind.API_CALL
                && event.phase() == Event.Phase.BEGIN
                && !DaemonCalls.isRead(event.operation());
    }

    /** Returns whether one action makes the call and leaves the record of the trace point. */
    public boolean isOfOneAction(String call, String tracePoint) {
        return remote(tracePoint).stream().anyMatch(plan -> plan.net().knows(call));
    }

    /** Returns whether an action of this key makes the call. */
    public boolean isOfAction(String call, String key) {
        return plans(key).stream().anyMatch(plan -> plan.net().knows(call));
    }

    /** Returns how many positions the nets of all plans have. */
    public int positions() {
        return plans.stream().mapToInt(plan -> plan.net().size()).sum();
    }

    /** How often a node of a tree may occur in one occurrence of its action. */
    private static final class NodeCounts {
        private final Map<String, Integer> own = new HashMap<>();
        private final Map<String, String> parents = new HashMap<>();
        private final Map<String, List<String>> references = new HashMap<>();
        private final Set<String> loops = new HashSet<>();
        private final Set<String> open = new HashSet<>();

        NodeCounts(BehaviorTree tree) {
            tree.nodes().forEach(node -> {
                node.children().forEach(child -> parents.put(child.id(), node.id()));
                if (node.is(Operator.LOOP)) {
                    loops.add(node.id());
                }
                if (node.subject() instanceof Subject.Reference reference) {
                    references
                            .computeIfAbsent(reference.target(), id -> new ArrayList<>())
                            .add(node.id());
                }
            });
        }

        int of(String node) {
            Integer known = own.get(node);
            if (known != null) {
                return known;
            }
            if (!open.add(node)) {
                return UNBOUNDED; // a recursion
            }
            int count = loops.contains(node) ? UNBOUNDED : parent(node);
            for (String reference : references.getOrDefault(node, List.of())) {
                int more = of(reference);
                count = count > UNBOUNDED - more ? UNBOUNDED : count + more;
            }
            open.remove(node);
            own.put(node, count);
            return count;
        }

        private int parent(String node) {
            String parent = parents.get(node);
            return parent == null ? 1 : of(parent);
        }
    }
}
