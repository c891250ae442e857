package org.btdetect.resolve.python;

import java.util.Map;
import java.util.TreeMap;
import org.btdetect.program.Constant;

/**
 * Bounds the abstraction so that contexts stay few: long texts become data, and what is nested deeper than
 * {@link #DEEPEST} forgets how it was made. The rule looks at the value alone, so it is the same in every context.
 */
final class Widening {

    static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 80;
    private static final int MOST_KEYS = 64;

    private Widening() {}

    static Bindings bound(Bindings bindings) {
        Map<String, Value> result = new TreeMap<>();
        bindings.asMap().forEach((name, value) -> result.put(name, bound(value, DEEPEST)));
        return Bindings.of(result);
    }

    static Value bound(Value value, int depth) {
        if (value.depth() == 0 && value.atoms().stream().noneMatch(Widening::isLong)) {
            return value;
        }
        return Value.of(value.atoms().stream().map(atom -> bound(atom, depth)).toList());
    }

    private static boolean isLong(Atom atom) {
        return Constants.string(atom).map(text -> text.length() > LONGEST_TEXT).orElse(false);
    }

    private static Atom bound(Atom atom, int depth) {
        if (atom instanceof Atom.Const constant) {
            return constant.value() instanceof Constant.Text && isLong(atom) ? new Atom.Data() : atom;
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
        if (instance.depth() <= depth) {
            return instance;
        }
        Map<String, Value> kept = new TreeMap<>();
        instance.construction().asMap().forEach((name, value) -> kept.put(name, bound(value, depth - 1)));
        return new Atom.Instance(instance.type(), Bindings.of(kept));
    }

    private static Atom dictionary(Atom.Dictionary dictionary, int depth) {
        if (depth <= 0 || dictionary.known().asMap().size() > MOST_KEYS) {
            return new Atom.Data();
        }
        Map<String, Value> known = new TreeMap<>();
        dictionary.known().asMap().forEach((key, value) -> known.put(key, bound(value, depth - 1)));
        return new Atom.Dictionary(Bindings.of(known), bound(dictionary.rest(), depth - 1));
    }
}
