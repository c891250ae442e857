package org.btdetect.resolve.python;

import java.util.HashMap;
import java.util.Map;

/**
 * What is assigned to objects' attributes by code other than the objects' own methods.
 *
 * <p>What an interpretation finds is kept for the next one, so that no result depends on the order in which code is met.
 */
public final class OutsideWrites {

    private final boolean open;
    private final Map<Key, Value> known;
    private final Map<Key, Value> found = new HashMap<>();

    private record Key(PyClass type, String attribute) {}

    private OutsideWrites(boolean open, Map<Key, Value> known) {
        this.open = open;
        this.known = known;
    }

    /** Objects hold what their own methods write. */
    static OutsideWrites closed() {
        return new OutsideWrites(false, Map.of());
    }

    /** Code that is not part of the program may write attributes as well: no test of an unset one is decided. */
    public static OutsideWrites open() {
        return new OutsideWrites(true, Map.of());
    }

    /** What an interpretation has found, known to the next one. */
    public OutsideWrites next() {
        return new OutsideWrites(open, Map.copyOf(found));
    }

    /** Whether every function is an entry, as code that is not part of the program may call anything. */
    boolean areOpen() {
        return open;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    void add(PyClass type, String attribute, Value value) {
        if (open) {
            found.merge(new Key(type, attribute), value, Value::join);
        }
    }

    /** What an attribute of an object may hold where its own methods write {@code own}. */
    Value extend(PyClass.Linearisation type, String attribute, Value own) {
        if (!open) {
            return own;
        }
        Value value = own;
        for (PyClass owner : type.classes()) {
            value = value.join(known.getOrDefault(new Key(owner, attribute), Value.NOTHING));
        }
        boolean unset = !value.isNothing() && value.atoms().stream().allMatch(OutsideWrites::isUnset);
        return unset ? value.join(Value.UNKNOWN) : value;
    }

    private static boolean isUnset(Atom atom) {
        return Constants.isNone(atom)
                || Value.BOTH.atoms().contains(atom)
                || atom instanceof Atom.Tuple tuple && tuple.elements().isEmpty()
                || atom instanceof Atom.Elements elements && elements.element().isNothing()
                || atom instanceof Atom.Dictionary dictionary
                        && dictionary.known().isEmpty()
                        && dictionary.rest().isNothing();
    }
}
