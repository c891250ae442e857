package org.btdetect.resolve.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Constant;

/** Elements of collections: what subscripting and iterating give. */
final class Items {

    /** Under which an instance of a builtin collection's subclass keeps what it was made of. */
    static final String CONTENT = "content";

    private static final Set<String> COLLECTIONS = Set.of(
            "builtins.list",
            "builtins.tuple",
            "builtins.dict",
            "builtins.set",
            "collections.deque",
            "collections.OrderedDict");

    private static final Set<String> METHODS = Set.of(
            "append",
            "clear",
            "copy",
            "count",
            "extend",
            "get",
            "has_key",
            "index",
            "insert",
            "items",
            "iteritems",
            "iterkeys",
            "itervalues",
            "keys",
            "pop",
            "popitem",
            "remove",
            "reverse",
            "setdefault",
            "sort",
            "update",
            "values");

    private final Interpreter interpreter;

    Items(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Any element of the value, as a loop takes it. */
    Value element(Value collection) {
        Value result = Value.NOTHING;
        for (Atom atom : collection.atoms()) {
            result = result.join(element(atom));
        }
        return result;
    }

    private Value element(Atom atom) {
        if (atom instanceof Atom.Tuple tuple) {
            return tuple.elements().stream().reduce(Value.NOTHING, Value::join);
        }
        if (atom instanceof Atom.Elements elements) {
            return elements.element();
        }
        if (atom instanceof Atom.Dictionary dictionary) {
            Value keys = Value.NOTHING;
            for (String key : dictionary.known().asMap().keySet()) {
                keys = keys.join(Value.text(key));
            }
            return dictionary.rest().isNothing() ? keys : keys.join(Value.DATA);
        }
        if (atom instanceof Atom.External external) {
            return Value.of(new Atom.External(Paths.result(Paths.part(external.path()))));
        }
        if (atom instanceof Atom.Unknown) {
            return Value.UNKNOWN;
        }
        return Constants.isNone(atom) ? Value.NOTHING : modelled(atom);
    }

    private Value modelled(Atom atom) {
        Optional<Value> element = interpreter.modelledElement(atom);
        if (element.isPresent()) {
            return element.get();
        }
        return atom instanceof Atom.Instance instance ? ofInstance(instance) : Value.DATA;
    }

    private Value ofInstance(Atom.Instance instance) {
        boolean collection = interpreter
                .classes()
                .linearisation(instance.type())
                .externalBase()
                .filter(Items::isCollection)
                .isPresent();
        Value content = instance.construction().get(CONTENT);
        return collection ? content.isNothing() ? Value.DATA : element(content) : Value.UNKNOWN;
    }

    /** Whether the builtin collection has a method of the name, so that a subclass's {@code __getattr__} is not asked for it. */
    static boolean isOwnMethod(String collection, String name) {
        return isCollection(collection) && METHODS.contains(name);
    }

    static boolean isCollection(String path) {
        return COLLECTIONS.contains(path);
    }

    /** The element at a known index. */
    Value at(Value collection, int index) {
        return subscript(collection, Value.of(new Atom.Const(Constant.Whole.of(index))));
    }

    Value subscript(Value collection, Value index) {
        Value result = Value.NOTHING;
        for (Atom atom : collection.atoms()) {
            result = result.join(subscript(atom, index));
        }
        return result;
    }

    private Value subscript(Atom atom, Value index) {
        if (atom instanceof Atom.Tuple tuple) {
            Optional<BigInteger> number =
                    index.single(Atom.Const.class).flatMap(constant -> Constants.whole(constant.value()));
            return number.map(value -> element(tuple.elements(), value.intValue()))
                    .orElseGet(() -> element(atom));
        }
        if (atom instanceof Atom.Dictionary dictionary) {
            return valueOf(dictionary, index);
        }
        if (atom instanceof Atom.Instance instance) {
            return index.asText()
                    .map(name -> interpreter.fields().read(instance, name))
                    .filter(value -> !value.isNothing())
                    .or(() -> index.asText().flatMap(name -> interpreter.modelledAttribute(instance, name)))
                    .orElse(Value.DATA);
        }
        if (atom instanceof Atom.External external) {
            return interpreter
                    .libraries()
                    .item(external, index)
                    .orElseGet(() -> Value.of(new Atom.External(Paths.part(external.path()))));
        }
        return atom instanceof Atom.Const || atom instanceof Atom.ClassRef ? Value.of(plain(atom)) : element(atom);
    }

    /** A subscripted class is a type annotation and stays the class; a text's character is data. */
    private static Atom plain(Atom atom) {
        return atom instanceof Atom.ClassRef ? atom : new Atom.Data();
    }

    private static Value element(List<Value> elements, int index) {
        int position = index < 0 ? elements.size() + index : index;
        return position >= 0 && position < elements.size() ? elements.get(position) : Value.NOTHING;
    }

    /** What a dictionary holds under a key: for an undecided key, anything it holds. */
    Value valueOf(Atom.Dictionary dictionary, Value key) {
        if (!key.isNothing() && key.atoms().stream().allMatch(Atom.Const.class::isInstance)) {
            Value found = Value.NOTHING;
            for (Atom atom : key.atoms()) {
                found = found.join(valueOf(dictionary, atom));
            }
            return found;
        }
        return dictionary.known().asMap().values().stream().reduce(dictionary.rest(), Value::join);
    }

    /** The keys that are known are texts. */
    private static Value valueOf(Atom.Dictionary dictionary, Atom constant) {
        return Constants.string(constant)
                .filter(dictionary.known()::has)
                .map(dictionary.known()::get)
                .orElse(dictionary.rest());
    }
}
