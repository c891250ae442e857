package org.btdetect.grow;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;

/** Behaviour terms as indented text, each activation expanded where it is met first. */
final class BehaviorText {

    private final StringBuilder text = new StringBuilder();
    private final Set<Activation> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean places;

    private BehaviorText(boolean places) {
        this.places = places;
    }

    static String of(Activation activation, boolean places) {
        BehaviorText printer = new BehaviorText(places);
        printer.activation(activation, "", 0);
        return printer.text.toString();
    }

    static String of(Behavior behavior) {
        BehaviorText printer = new BehaviorText(false);
        printer.term(behavior, 0);
        return printer.text.toString();
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }

    private void activation(Activation activation, String how, int depth) {
        boolean first = shown.add(activation);
        String again = first || activation.behavior() == Behavior.NOTHING ? "" : " ...";
        line(depth, activation + how + (places ? " " + activation.definition() : "") + again);
        if (first) {
            term(activation.behavior(), depth + 1);
        }
    }

    private void term(Behavior behavior, int depth) {
        if (behavior instanceof Behavior.Sequence sequence) {
            sequence.parts().forEach(part -> term(part, depth));
        } else if (behavior instanceof Behavior.Choice choice) {
            line(depth, "choice");
            choice.branches().forEach(branch -> {
                line(depth + 1, "[" + branch.guard() + "]");
                term(branch.body(), depth + 2);
            });
        } else if (behavior instanceof Behavior.Loop loop) {
            line(depth, (loop.atLeastOnce() ? "repeat [" : "loop [") + loop.guard() + "]");
            term(loop.body(), depth + 1);
        } else if (behavior instanceof Behavior.Failure failure) {
            line(depth, "failure [" + failure.guard() + "]");
            term(failure.body(), depth + 1);
        } else if (behavior instanceof Behavior.Detached detached) {
            line(depth, "detached");
            term(detached.body(), depth + 1);
        } else if (behavior instanceof Behavior.Invocation call) {
            String enters = call.enters().map(layer -> " -> " + layer).orElse("");
            activation(call.target(), " <" + call.link().kind().id() + ">" + enters, depth);
        } else if (behavior instanceof Behavior.Enclosure enclosure) {
            line(depth, "with");
            activation(enclosure.target(), " <" + enclosure.link().kind().id() + ">", depth + 1);
            line(depth, "around");
            term(enclosure.body(), depth + 1);
        } else if (behavior instanceof Behavior.Hole) {
            line(depth, "yield");
        } else if (behavior instanceof Behavior.Operation operation) {
            String aux = operation.auxiliary() ? " aux" : "";
            line(depth, "! " + operation.layer() + " " + operation.name() + "(" + operation.arguments() + ")" + aux);
        } else if (behavior instanceof Behavior.Unresolved unresolved) {
            line(depth, "? " + unresolved.link().callText() + ": " + unresolved.reason());
        }
    }
}
