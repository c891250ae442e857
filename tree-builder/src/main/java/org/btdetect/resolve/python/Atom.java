package org.btdetect.resolve.python;

import java.util.Comparator;
import java.util.List;
import org.btdetect.program.Constant;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Link;

/** One thing that a Python expression may evaluate to. */
public sealed interface Atom {

    /** The order of the atoms of a {@link Value}; it depends on the atoms alone. */
    Comparator<Atom> ORDER = Atom::compare;

    /** A text that tells atoms apart: equal texts, equal atoms. It may be long. */
    String text();

    /** What sort of thing it is: atoms of one sort stand together. */
    default String sort() {
        return getClass().getSimpleName();
    }

    /** A short text that tells most atoms of a sort apart. */
    default String name() {
        return "";
    }

    /** How deeply values nest in it. */
    default int depth() {
        return 0;
    }

    /** Whether there is a text or a collection in it that {@link Widening} finds too long; what an object was made with aside. */
    default boolean oversized() {
        return false;
    }

    /** Nothing is known: a call of it cannot be resolved. */
    record Unknown() implements Atom {
        @Override
        public String text() {
            return "?";
        }
    }

    /** Plain data of unknown content (a string, a number, JSON): its methods are builtin ones. */
    record Data() implements Atom {
        @Override
        public String text() {
            return "data";
        }
    }

    record Const(Constant value) implements Atom {
        @Override
        public String sort() {
            return "'";
        }

        @Override
        public String name() {
            return Constants.text(value);
        }

        @Override
        public boolean oversized() {
            return value instanceof Constant.Text text && text.value().length() > Widening.LONGEST_TEXT;
        }

        @Override
        public String text() {
            return "'" + Constants.text(value) + "'";
        }

        /** Constants keep their type apart: {@code 1} is not {@code '1'}. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Const that && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return value.hashCode();
        }
    }

    /** A module, of the program or outside of it. */
    record ModuleRef(String name) implements Atom {
        @Override
        public String text() {
            return "module " + name;
        }
    }

    record ClassRef(PyClass type) implements Atom {
        @Override
        public String sort() {
            return "class";
        }

        @Override
        public String name() {
            return type.fullName();
        }

        @Override
        public String text() {
            return "class " + type.fullName();
        }
    }

    /** A function or lambda with the variables that it captured. */
    record Closure(PyFunction function, Bindings captured) implements Atom {
        @Override
        public String sort() {
            return "function";
        }

        @Override
        public String name() {
            return function.fullName();
        }

        @Override
        public String text() {
            return "function " + function.fullName() + "@"
                    + function.definition().at() + captured;
        }

        @Override
        public int depth() {
            return captured.depth();
        }
    }

    /** A function under decorators: the name it is known by, and what the decorators made of it. */
    record Decorated(PyFunction function, Value made) implements Atom {
        @Override
        public String sort() {
            return "function";
        }

        @Override
        public String name() {
            return function.fullName();
        }

        @Override
        public String text() {
            return "decorated " + function.fullName() + "@"
                    + function.definition().at() + made;
        }

        @Override
        public int depth() {
            return made.depth();
        }
    }

    /** A callable with its receiver. */
    record Method(Atom receiver, Atom function, PyClass owner) implements Atom {
        @Override
        public String sort() {
            return "method";
        }

        @Override
        public String name() {
            return function.name();
        }

        @Override
        public String text() {
            return "method " + receiver.text() + "." + function.text();
        }

        @Override
        public int depth() {
            return Math.max(receiver.depth(), function.depth());
        }
    }

    /** A method of plain data or of a library's object, by name. */
    record NativeMethod(Atom receiver, String name) implements Atom {
        @Override
        public String text() {
            return "native " + receiver.text() + "." + name;
        }

        @Override
        public int depth() {
            return receiver.depth();
        }
    }

    /** An object of a class of the program, told apart by the arguments of its construction. */
    record Instance(PyClass type, Bindings construction) implements Atom {
        @Override
        public String sort() {
            return "object";
        }

        @Override
        public String name() {
            return type.fullName();
        }

        @Override
        public String text() {
            return "object " + type.fullName() + construction;
        }

        @Override
        public int depth() {
            return construction.depth() + 1;
        }
    }

    /** Something of a library outside of the program, by its dotted path. */
    record External(String path) implements Atom {
        @Override
        public String text() {
            return "external " + path;
        }
    }

    record Partial(Value callee, List<Value> positional, Bindings keywords) implements Atom {
        public Partial {
            positional = ValueList.of(positional);
        }

        @Override
        public String text() {
            return "partial " + callee + positional + keywords;
        }

        @Override
        public int depth() {
            return Math.max(callee.depth(), keywords.depth());
        }
    }

    /** A tuple or list whose elements are known one by one. */
    record Tuple(List<Value> elements) implements Atom {
        public Tuple {
            elements = ValueList.of(elements);
        }

        @Override
        public boolean oversized() {
            return elements.size() > Widening.MOST_KEYS || ValueList.oversized(elements);
        }

        @Override
        public String text() {
            return "tuple " + elements;
        }

        @Override
        public int depth() {
            return 1 + ValueList.depth(elements);
        }
    }

    /** A collection, iterator or generator of any length whose elements are {@code element}. */
    record Elements(Value element) implements Atom {
        @Override
        public boolean oversized() {
            return element.oversized();
        }

        @Override
        public String text() {
            return "elements " + element;
        }

        @Override
        public int depth() {
            return 1 + element.depth();
        }
    }

    /** A dictionary: known text keys, and what the values of other keys may be. */
    record Dictionary(Bindings known, Value rest) implements Atom {
        @Override
        public boolean oversized() {
            return known.asMap().size() > Widening.MOST_KEYS || known.oversized() || rest.oversized();
        }

        @Override
        public String text() {
            return "dictionary " + known + "+" + rest;
        }

        @Override
        public int depth() {
            return 1 + Math.max(known.depth(), rest.depth());
        }
    }

    /** {@code super()}: lookup goes on after {@code after} in the receiver's linearisation. */
    record Super(PyClass after, Atom receiver) implements Atom {
        @Override
        public String text() {
            return "super " + after.fullName() + " of " + receiver.text();
        }

        @Override
        public int depth() {
            return receiver.depth();
        }
    }

    /** An object of a library that a {@link LibraryModel} understands: {@code rpc-client}, {@code property}, ... */
    record Modeled(String kind, List<Value> parts) implements Atom {
        public Modeled {
            parts = ValueList.of(parts);
        }

        public Value part(int index) {
            return index < parts.size() ? parts.get(index) : Value.NOTHING;
        }

        @Override
        public String text() {
            return kind + parts;
        }

        @Override
        public int depth() {
            return 1 + ValueList.depth(parts);
        }
    }

    /** A generator function's call under {@code contextlib.contextmanager}, not yet entered. */
    record Managed(Activation activation, Value yields, Link link) implements Atom {
        @Override
        public String text() {
            return "manager " + activation;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Managed that && activation == that.activation;
        }

        @Override
        public int hashCode() {
            return activation.function().hashCode();
        }
    }

    private static int compare(Atom one, Atom other) {
        int bySort = one.sort().compareTo(other.sort());
        if (bySort != 0) {
            return bySort;
        }
        int byName = one.name().compareTo(other.name());
        if (byName != 0) {
            return byName;
        }
        int byHash = Integer.compare(one.hashCode(), other.hashCode());
        return byHash != 0 ? byHash : one.text().compareTo(other.text());
    }
}
