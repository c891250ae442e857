package org.btdetect.resolve.python;

import java.util.Map;
import java.util.TreeMap;

/**
 * Bounds the abstraction so that contexts stay few: long texts become data, and what is nested deeper than
 * {@link #DEEPEST} forgets how it was made. The rule looks at the value alone, so it is the same in every context.
 */
final class Widening {

    static final int DEEPEST = 6;
    static final int LONGEST_TEXT = 80;
    static final int MOST_KEYS = 64;

    private Widening() {}

    static Bindings bound(Bindings bindings) {
        return bound(bindings, DEEPEST);
    }

    /** Gives the bindings themselves where nothing in them is too large, which is nearly always. */
    private static Bindings bound(Bindings bindings, int depth) {
        if (bindings.depth() <= depth && !bindings.oversized()) {
            return bindings;
        }
        Map<String, Value> result = new TreeMap<>();
        bindings.asMap().forEach((name, value) -> result.put(name, bound(value, depth)));
        return Bindings.of(result);
    }

    static Value bound(Value value, int depth) {
        return value.depth() <= depth && !value.oversized()
                ? value
                : Value.of(
                        value.atoms().stream().map(atom -> bound(atom, depth)).toList());
    }

    private static Atom bound(Atom atom, int depth) {
        if (atom instanceof Atom.Const constant) {
            return constant.oversized() ? new Atom.Data() : atom;
        }
        if (atom instanceof Atom.Instance instance) {
            return depth <= 0 ? new Atom.Instance(instance.type(), Bindings.EMPTY) : instance(instance, depth);
        }
        if (atom instanceof Atom.Tuple tuple) {
            return depth <= 0 || tuple.elements().size() > MOST_KEYS
                    ? new Atom.Elements(Value.DATA)
                    : new Atom.Tuple(tuple.elements().stream()
                            .map(element -> bound(element, depth - 1))
                            .toList());
        }
        if (atom instanceof Atom.Elements elements) {
            return depth <= 0 ? new Atom.Data() : new Atom.Elements(bound(elements.element(), depth - 1));
        }
        if (atom instanceof Atom.Dictionary dictionary) {
            return dictionary(dictionary, depth);
        }
        return depth <= -DEEPEST ? new Atom.Unknown() : atom;
    }

    private static Atom instance(Atom.Instance instance, int depth) {
        return instance.depth() <= depth
                ? instance
                : new Atom.Instance(instance.type(), bound(instance.construction(), depth - 1));
    }

    private static Atom dictionary(Atom.Dictionary dictionary, int depth) {
        if (depth <= 0 || dictionary.known().asMap().size() > MOST_KEYS) {
            return new Atom.Data();
        }
        return new Atom.Dictionary(bound(dictionary.known(), depth - 1), bound(dictionary.rest(), depth - 1));
    }
}
