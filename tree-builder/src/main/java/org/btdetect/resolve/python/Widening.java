package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.btdetect.program.Constant;

/**
 * Bounds the abstraction so that contexts stay few: long texts become data, and what is nested deeper than
 * {@link #DEEPEST} forgets how it was made. The rule looks at the value alone, so it is the same in every context.
 */
@SuppressWarnings("ReferenceEquality") // what is not too large is given back as it is
final class Widening {

    static final int DEEPEST = 6;
    private static final int LONGEST_TEXT = 80;
    private static final int MOST_KEYS = 64;

    private Widening() {}

    static Bindings bound(Bindings bindings) {
        return bound(bindings, DEEPEST);
    }

    /** Gives the bindings themselves where nothing in them is too large, which is nearly always. */
    private static Bindings bound(Bindings bindings, int depth) {
        Map<String, Value> changed = new TreeMap<>();
        bindings.asMap().forEach((name, value) -> {
            Value bound = bound(value, depth);
            if (bound != value) {
                changed.put(name, bound);
            }
        });
        if (changed.isEmpty()) {
            return bindings;
        }
        Map<String, Value> all = new TreeMap<>(bindings.asMap());
        all.putAll(changed);
        return Bindings.of(all);
    }

    static Value bound(Value value, int depth) {
        List<Atom> atoms = value.atoms();
        for (int i = 0; i < atoms.size(); i++) {
            if (bound(atoms.get(i), depth) != atoms.get(i)) {
                return Value.of(atoms.stream().map(atom -> bound(atom, depth)).toList());
            }
        }
        return value;
    }

    private static boolean isLong(Atom.Const constant) {
        return constant.value() instanceof Constant.Text text && text.value().length() > LONGEST_TEXT;
    }

    private static Atom bound(Atom atom, int depth) {
        if (atom instanceof Atom.Const constant) {
            return isLong(constant) ? new Atom.Data() : atom;
        }
        if (atom instanceof Atom.Instance instance) {
            return depth <= 0 ? new Atom.Instance(instance.type(), Bindings.EMPTY) : instance(instance, depth);
        }
        if (atom instanceof Atom.Tuple tuple) {
            return tuple(tuple, depth);
        }
        if (atom instanceof Atom.Elements elements) {
            Value element = bound(elements.element(), depth - 1);
            return depth <= 0 ? new Atom.Data() : element == elements.element() ? elements : new Atom.Elements(element);
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
        return new Atom.Instance(instance.type(), bound(instance.construction(), depth - 1));
    }

    private static Atom tuple(Atom.Tuple tuple, int depth) {
        if (depth <= 0 || tuple.elements().size() > MOST_KEYS) {
            return new Atom.Elements(Value.DATA);
        }
        List<Value> elements = new ArrayList<>(tuple.elements());
        elements.replaceAll(element -> bound(element, depth - 1));
        boolean same = IntStream.range(0, elements.size())
                .allMatch(i -> elements.get(i) == tuple.elements().get(i));
        return same ? tuple : new Atom.Tuple(elements);
    }

    private static Atom dictionary(Atom.Dictionary dictionary, int depth) {
        if (depth <= 0 || dictionary.known().asMap().size() > MOST_KEYS) {
            return new Atom.Data();
        }
        Bindings known = bound(dictionary.known(), depth - 1);
        Value rest = bound(dictionary.rest(), depth - 1);
        return known == dictionary.known() && rest == dictionary.rest() ? dictionary : new Atom.Dictionary(known, rest);
    }
}
