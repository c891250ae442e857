package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.btdetect.program.Expression;

/** Methods that change the collection which a name or attribute holds. */
final class Mutations {

    private static final Set<String> ADDING_ELEMENTS = Set.of("append", "add", "insert", "appendleft");
    private static final int LONGEST = 24;
    private static final Set<String> ADDING_COLLECTIONS = Set.of("extend", "update");

    private final Interpreter interpreter;
    private final Frame frame;

    /** Whether a method of the name may change the collection it is called on. */
    static boolean mayChange(String method) {
        return ADDING_ELEMENTS.contains(method) || ADDING_COLLECTIONS.contains(method);
    }

    Mutations(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    void apply(Expression.Call call, Value callee, Arguments arguments) {
        if (!(call.callee() instanceof Expression.Attribute method)
                || arguments.all().isEmpty()) {
            return;
        }
        boolean element = ADDING_ELEMENTS.contains(method.name());
        if (!element && !ADDING_COLLECTIONS.contains(method.name())) {
            return;
        }
        boolean onName = method.target() instanceof Expression.Name name
                && !frame.state().get(name.id()).isNothing();
        if (method.target() instanceof Expression.Subscript item) {
            ofItem(item, element, method.name(), arguments);
        } else if (onName || method.target() instanceof Expression.Attribute) {
            Value changed = changed(callee, element, arguments);
            if (!changed.isNothing()) {
                new Assignments(interpreter, frame).assign(method.target(), changed);
            }
        }
    }

    /** {@code d[key].append(x)}: each item that the key may mean may have been changed. */
    private void ofItem(Expression.Subscript item, boolean element, String method, Arguments arguments) {
        Value key = frame.silently(() -> interpreter.expressions(frame).evaluate(item.index()));
        Value holder = frame.silently(() -> interpreter.expressions(frame).evaluate(item.target()));
        if (holder.atoms().stream().noneMatch(Atom.Dictionary.class::isInstance)) {
            return;
        }
        Value result = Value.NOTHING;
        for (Atom atom : holder.atoms()) {
            result = result.join(
                    atom instanceof Atom.Dictionary dictionary
                            ? items(dictionary, key, element, method, arguments)
                            : Value.of(atom));
        }
        new Assignments(interpreter, frame).assign(item.target(), result);
    }

    private Value items(Atom.Dictionary dictionary, Value key, boolean element, String method, Arguments arguments) {
        boolean known = key.atoms().stream().allMatch(Atom.Const.class::isInstance);
        Map<String, Value> items = new TreeMap<>(dictionary.known().asMap());
        items.replaceAll((name, value) -> {
            boolean meant =
                    !known || key.atoms().contains(Value.text(name).atoms().get(0));
            return meant ? value.join(changed(methods(value, method), element, arguments)) : value;
        });
        return Value.of(new Atom.Dictionary(Bindings.of(items), dictionary.rest()));
    }

    private static Value methods(Value collections, String method) {
        Value methods = Value.NOTHING;
        for (Atom atom : collections.atoms()) {
            if (atom instanceof Atom.Tuple || atom instanceof Atom.Elements || atom instanceof Atom.Dictionary) {
                methods = methods.join(Value.of(new Atom.NativeMethod(atom, method)));
            }
        }
        return methods;
    }

    private Value changed(Value callee, boolean element, Arguments arguments) {
        Value result = Value.NOTHING;
        for (Atom atom : callee.atoms()) {
            if (atom instanceof Atom.Unknown && interpreter.outsideWrites().areOpen()) {
                continue;
            }
            if (!(atom instanceof Atom.NativeMethod method)) {
                return Value.NOTHING;
            }
            Atom receiver = method.receiver();
            if (receiver instanceof Atom.Dictionary dictionary) {
                result = result.join(updated(dictionary, arguments));
            } else if (receiver instanceof Atom.Tuple tuple
                    && !isInsert(method)
                    && !interpreter.keepsTemplates()
                    && tuple.elements().size() < LONGEST) {
                result = result.join(extended(tuple, element, arguments.first()));
            } else if (receiver instanceof Atom.Tuple || receiver instanceof Atom.Elements) {
                Value last = arguments.positional().isEmpty()
                        ? Value.DATA
                        : arguments.positional().get(arguments.positional().size() - 1);
                Value added = element ? last : interpreter.items().element(last);
                Value plain = interpreter.keepsTemplates() ? withoutCollections(added) : added;
                Value all = interpreter.items().element(Value.of(receiver)).join(plain);
                result = result.join(Value.of(new Atom.Elements(all)));
            } else {
                result = result.join(Value.of(receiver));
            }
        }
        return result;
    }

    /** Where texts are all that matters, lists of answers that hold lists of answers tell nothing. */
    private static Value withoutCollections(Value added) {
        Value result = Value.NOTHING;
        for (Atom atom : added.atoms()) {
            boolean collection =
                    atom instanceof Atom.Tuple || atom instanceof Atom.Elements || atom instanceof Atom.Dictionary;
            result = result.join(collection ? Value.DATA : Value.of(atom));
        }
        return result;
    }

    private static boolean isInsert(Atom.NativeMethod method) {
        return method.name().equals("insert") || method.name().equals("appendleft");
    }

    /** A short list stays known element by element. */
    private Value extended(Atom.Tuple tuple, boolean element, Value added) {
        List<Value> all = new ArrayList<>(tuple.elements());
        if (element) {
            all.add(added);
            return Value.of(new Atom.Tuple(all));
        }
        Optional<Atom.Tuple> more = added.single(Atom.Tuple.class);
        if (more.isPresent()) {
            all.addAll(more.get().elements());
            return Value.of(new Atom.Tuple(all));
        }
        Value any = interpreter
                .items()
                .element(Value.of(tuple))
                .join(interpreter.items().element(added));
        return Value.of(new Atom.Elements(any));
    }

    private static Value updated(Atom.Dictionary dictionary, Arguments arguments) {
        Map<String, Value> known = new TreeMap<>(dictionary.known().asMap());
        Value rest = dictionary.rest();
        for (Atom atom : arguments.first().atoms()) {
            if (atom instanceof Atom.Dictionary other) {
                other.known().asMap().forEach((key, value) -> known.merge(key, value, Value::join));
                rest = rest.join(other.rest());
            } else {
                rest = rest.join(Value.DATA);
            }
        }
        known.putAll(arguments.keywords().asMap());
        return Value.of(new Atom.Dictionary(Bindings.of(known), rest));
    }
}
