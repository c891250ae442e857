package org.btdetect.resolve.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;

/**
 * Removes calls that lead to no operation: the greatest set of activations that call only each other and perform nothing.
 * What remains of an activation is a function of the graph below it, whatever was pruned before.
 */
final class Pruning {

    private Pruning() {}

    /** Prunes activations that are closed under calls, but for some that are pruned already or belong to a boundary. */
    static void prune(List<Activation> activations) {
        Set<Activation> own = identitySet();
        own.addAll(activations);
        Map<Activation, List<Activation>> callers = new IdentityHashMap<>();
        Set<Activation> live = identitySet();
        Deque<Activation> open = new ArrayDeque<>();
        for (Activation activation : activations) {
            boolean[] performs = {false};
            visit(activation.behavior(), term -> {
                if (term instanceof Behavior.Invocation call && own.contains(call.target())) {
                    callers.computeIfAbsent(call.target(), target -> new ArrayList<>())
                            .add(activation);
                } else if (term instanceof Behavior.Invocation call) {
                    performs[0] |= call.enters().isPresent() || performs(call.target());
                } else {
                    performs[0] |= term instanceof Behavior.Operation || term instanceof Behavior.Unresolved;
                }
            });
            if (performs[0] && live.add(activation)) {
                open.add(activation);
            }
        }
        while (!open.isEmpty()) {
            for (Activation caller : callers.getOrDefault(open.poll(), List.of())) {
                if (live.add(caller)) {
                    open.add(caller);
                }
            }
        }
        activations.forEach(activation -> activation.complete(prune(activation.behavior(), own, live)));
    }

    /** Whether an activation that was pruned before, or belongs to a boundary, leads to an operation. */
    private static boolean performs(Activation activation) {
        boolean[] performs = {false};
        visit(
                activation.behavior(),
                term -> performs[0] |= term instanceof Behavior.Invocation
                        || term instanceof Behavior.Operation
                        || term instanceof Behavior.Unresolved);
        return performs[0];
    }

    private static Set<Activation> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static void visit(Behavior behavior, Consumer<Behavior> consumer) {
        consumer.accept(behavior);
        if (behavior instanceof Behavior.Sequence sequence) {
            sequence.parts().forEach(part -> visit(part, consumer));
        } else if (behavior instanceof Behavior.Choice choice) {
            choice.branches().forEach(branch -> visit(branch.body(), consumer));
        } else if (behavior instanceof Behavior.Loop loop) {
            visit(loop.body(), consumer);
        } else if (behavior instanceof Behavior.Failure failure) {
            visit(failure.body(), consumer);
        } else if (behavior instanceof Behavior.Detached detached) {
            visit(detached.body(), consumer);
        }
    }

    private static Behavior prune(Behavior behavior, Set<Activation> own, Set<Activation> live) {
        if (behavior instanceof Behavior.Sequence sequence) {
            return Behavior.sequence(sequence.parts().stream()
                    .map(part -> prune(part, own, live))
                    .toList());
        }
        if (behavior instanceof Behavior.Choice choice) {
            return Behavior.choice(choice.branches().stream()
                    .map(branch -> new Behavior.Branch(branch.guard(), prune(branch.body(), own, live)))
                    .toList());
        }
        if (behavior instanceof Behavior.Loop loop) {
            return Behavior.loop(loop.guard(), prune(loop.body(), own, live), loop.atLeastOnce());
        }
        if (behavior instanceof Behavior.Failure failure) {
            return Behavior.failure(failure.guard(), prune(failure.body(), own, live));
        }
        if (behavior instanceof Behavior.Detached detached) {
            return Behavior.detached(prune(detached.body(), own, live));
        }
        if (behavior instanceof Behavior.Invocation call) {
            boolean dead = own.contains(call.target())
                    ? !live.contains(call.target())
                    : call.enters().isEmpty() && !performs(call.target());
            return dead ? Behavior.NOTHING : behavior;
        }
        return behavior;
    }
}
