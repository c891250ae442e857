package org.btdetect.tree.diff;

import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.tree.Layer;

/** The crossings that a function leads to, each with one place where it is called. */
final class Reach {
    private final Map<String, Found> crossings = new TreeMap<>();
    private final Set<Layer> layers = EnumSet.noneOf(Layer.class);
    private final Set<Function> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** A crossing and the first function that calls it. */
    record Found(Function caller, Operation operation) {}

    static Reach of(Function function) {
        Reach reach = new Reach();
        reach.add(function);
        return reach;
    }

    /** The crossings of an operation of a function, that itself included. */
    static Reach of(Function caller, Operation operation) {
        Reach reach = new Reach();
        reach.add(caller, operation);
        return reach;
    }

    Map<String, Found> crossings() {
        return crossings;
    }

    Set<Layer> layers() {
        return layers;
    }

    /** Returns the crossings that another does not have. */
    Map<String, Found> without(Reach other) {
        Map<String, Found> without = new TreeMap<>(crossings);
        without.keySet().removeAll(other.crossings.keySet());
        return without;
    }

    private void add(Function function) {
        if (seen.add(function)) {
            function.body().forEach(operation -> add(function, operation));
        }
    }

    private void add(Function caller, Operation operation) {
        if (operation.callee().isCrossing()) {
            crossings.putIfAbsent(operation.key(), new Found(caller, operation));
            layers.add(operation.layer());
        }
        operation.function().ifPresent(this::add);
    }
}
