package org.btdetect.resolve.python;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names and their abstract values, immutable, ordered by name: an activation's arguments, a closure's captured variables. */
public final class Bindings {

    public static final Bindings EMPTY = new Bindings(new TreeMap<>());

    private final SortedMap<String, Value> values;
    private final int hash;
    private final int depth;
    private final boolean oversized;

    private Bindings(SortedMap<String, Value> values) {
        this.values = values;
        int sum = 0;
        int deepest = 0;
        boolean anyOversized = false;
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            sum = 31 * sum + entry.getKey().hashCode() * 17 + entry.getValue().hashCode();
            deepest = Math.max(deepest, entry.getValue().depth());
            anyOversized |= entry.getValue().oversized();
        }
        this.hash = sum;
        this.depth = deepest;
        this.oversized = anyOversized;
    }

    public static Bindings of(Map<String, Value> values) {
        return values.isEmpty() ? EMPTY : new Bindings(new TreeMap<>(values));
    }

    /** @return the value bound to the name, {@link Value#NOTHING} if there is none */
    public Value get(String name) {
        return values.getOrDefault(name, Value.NOTHING);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Map<String, Value> asMap() {
        return Collections.unmodifiableMap(values);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Bindings with(String name, Value value) {
        SortedMap<String, Value> copy = new TreeMap<>(values);
        copy.put(name, value);
        return new Bindings(copy);
    }

    /** How deeply values nest; bounds the abstraction. */
    int depth() {
        return depth;
    }

    /** Whether one of the values is. */
    boolean oversized() {
        return oversized;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Bindings that && hash == that.hash && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
