package org.btdetect.grow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;

/**
 * Every call that the growth resolved, once for each call site and callee, with the actions that meet it. Linear in the graph of
 * activations times the number of actions.
 *
 * @param actions the actions' names
 */
public record CallTable(List<String> actions, List<Call> calls) {

    public CallTable {
        actions = List.copyOf(actions);
        calls = List.copyOf(calls);
    }

    /**
     * A resolved call.
     *
     * @param callerFile the caller's file, relative to its component's root
     * @param actions the indexes of the actions on whose way it stands
     */
    public record Call(
            String callerFile,
            String caller,
            int line,
            String calleeFile,
            String callee,
            EdgeKind kind,
            List<Integer> actions) {}

    /** By caller's file, line, caller, callee and kind; the actions play no part. */
    static final Comparator<Call> ORDER_OF_CALLS = Comparator.comparing(Call::callerFile)
            .thenComparingInt(Call::line)
            .thenComparing(Call::caller)
            .thenComparing(Call::calleeFile)
            .thenComparing(Call::callee)
            .thenComparing(Call::kind);

    private static final Comparator<Edge> ORDER = Comparator.comparing((Edge edge) -> edge.callerFile)
            .thenComparingInt(edge -> edge.line)
            .thenComparing(edge -> edge.caller)
            .thenComparing(edge -> edge.calleeFile)
            .thenComparing(edge -> edge.callee)
            .thenComparing(edge -> edge.kind);

    private record Edge(String callerFile, String caller, int line, String calleeFile, String callee, EdgeKind kind) {}

    /** The calls below the actions' behaviours. */
    static CallTable of(List<String> names, List<Behavior> behaviors) {
        Map<Activation, BitSet> met = new IdentityHashMap<>();
        Map<Edge, BitSet> edges = new TreeMap<>(ORDER);
        for (int i = 0; i < behaviors.size(); i++) {
            mark(behaviors.get(i), i, met);
        }
        met.forEach((activation, actions) -> note(activation, activation.behavior(), actions, edges));
        List<Call> calls = new ArrayList<>();
        edges.forEach((edge, actions) -> calls.add(new Call(
                edge.callerFile,
                edge.caller,
                edge.line,
                edge.calleeFile,
                edge.callee,
                edge.kind,
                actions.stream().boxed().toList())));
        return new CallTable(names, calls);
    }

    /** The calls below some behaviours, whatever they belong to. */
    static List<Call> of(List<Behavior> behaviors) {
        return of(List.of(""), List.of(Behavior.sequence(behaviors))).calls();
    }

    private static void mark(Behavior root, int action, Map<Activation, BitSet> met) {
        Deque<Behavior> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Behavior next = open.pop();
            if (next instanceof Behavior.Invocation call) {
                enter(call.target(), action, met, open);
            } else if (next instanceof Behavior.Enclosure enclosure) {
                enter(enclosure.target(), action, met, open);
            }
            open.addAll(Terms.parts(next));
        }
    }

    private static void enter(Activation target, int action, Map<Activation, BitSet> met, Deque<Behavior> open) {
        BitSet actions = met.computeIfAbsent(target, key -> new BitSet());
        if (!actions.get(action)) {
            actions.set(action);
            open.push(target.behavior());
        }
    }

    private static void note(Activation caller, Behavior behavior, BitSet actions, Map<Edge, BitSet> edges) {
        if (behavior instanceof Behavior.Invocation call) {
            edge(caller, call.link(), call.target(), actions, edges);
        } else if (behavior instanceof Behavior.Enclosure enclosure) {
            edge(caller, enclosure.link(), enclosure.target(), actions, edges);
        }
        Terms.parts(behavior).forEach(part -> note(caller, part, actions, edges));
    }

    private static void edge(Activation caller, Link link, Activation callee, BitSet actions, Map<Edge, BitSet> edges) {
        Place at = link.evidence();
        Edge edge = new Edge(
                at.file(), caller.function(), at.line(), callee.definition().file(), callee.function(), link.kind());
        edges.computeIfAbsent(edge, key -> new BitSet()).or(actions);
    }
}
