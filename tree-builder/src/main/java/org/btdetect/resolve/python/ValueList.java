package org.btdetect.resolve.python;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** An immutable list of values that knows its hash and how deeply its values nest: atoms are compared all the time. */
final class ValueList extends AbstractList<Value> implements RandomAccess {

    private final Value[] values;
    private final int hash;
    private final int depth;
    private final boolean oversized;

    private ValueList(Value[] values) {
        this.values = values;
        int sum = 1;
        int deepest = 0;
        boolean anyOversized = false;
        for (Value value : values) {
            sum = 31 * sum + value.hashCode();
            deepest = Math.max(deepest, value.depth());
            anyOversized |= value.oversized();
        }
        this.hash = sum;
        this.depth = deepest;
        this.oversized = anyOversized;
    }

    static ValueList of(List<Value> values) {
        return values instanceof ValueList list ? list : new ValueList(values.toArray(Value[]::new));
    }

    /** How deeply the values nest; 0 for an empty list. */
    static int depth(List<Value> values) {
        return of(values).depth;
    }

    /** Whether one of the values is. */
    static boolean oversized(List<Value> values) {
        return of(values).oversized;
    }

    @Override
    public Value get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof ValueList that ? hash == that.hash && equalValues(that) : super.equals(other);
    }

    private boolean equalValues(ValueList that) {
        if (values.length != that.values.length) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (!values[i].equals(that.values[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
