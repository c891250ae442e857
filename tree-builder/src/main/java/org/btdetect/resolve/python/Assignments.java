package org.btdetect.resolve.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.program.Expression;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** Assignments to names, attributes of the method's own object, items of local dictionaries, and tuples of these. */
final class Assignments {

    private final Interpreter interpreter;
    private final Frame frame;

    Assignments(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    void assign(Expression target, Value value) {
        if (target instanceof Expression.Name name) {
            frame.state().set(name.id(), value);
        } else if (target instanceof Expression.Attribute attribute) {
            attribute(attribute, value);
        } else if (target instanceof Expression.Subscript subscript) {
            item(subscript, value);
        } else if (target instanceof Expression.Collection collection) {
            for (int i = 0; i < collection.elements().size(); i++) {
                Expression element = collection.elements().get(i);
                assign(
                        element,
                        element instanceof Expression.Starred
                                ? Value.of(new Atom.Elements(interpreter.items().element(value)))
                                : interpreter.items().at(value, i));
            }
        } else if (target instanceof Expression.Starred starred) {
            assign(starred.value(), value);
        }
    }

    private void attribute(Expression.Attribute attribute, Value value) {
        Value target = interpreter.expressions(frame).evaluate(attribute.target());
        if (frame.self().isPresent() && target.atoms().contains(frame.self().get())) {
            frame.write(attribute.name(), value);
        } else {
            writeOutside(target, attribute.name(), value);
        }
        Link link = Links.of(frame, attribute, EdgeKind.PROPERTY, attribute.name());
        Value setters = interpreter.attributes().setters(target, attribute.name());
        if (!setters.isNothing()) {
            frame.emit(
                    interpreter.calls().call(setters, Arguments.of(value), link).behavior());
        }
    }

    private void writeOutside(Value target, String attribute, Value value) {
        for (Atom atom : target.atoms()) {
            if (atom instanceof Atom.Instance instance) {
                interpreter.outsideWrites().add(instance.type(), attribute, value);
            }
        }
    }

    private void item(Expression.Subscript subscript, Value value) {
        Expressions expressions = interpreter.expressions(frame);
        Value index = expressions.evaluate(subscript.index());
        Expression target = subscript.target();
        Value collection = expressions.evaluate(target);
        Link link = Links.of(frame, subscript, EdgeKind.OPERATOR, "[]=");
        interpreter
                .protocols()
                .call(collection, List.of("__setitem__"), Arguments.of(index, value), link)
                .ifPresent(outcome -> frame.emit(outcome.behavior()));
        for (Atom atom : collection.atoms()) {
            if (atom instanceof Atom.External) {
                interpreter.libraries().stored(atom, index, value);
            }
        }
        Value updated = with(collection, index, value);
        if (target instanceof Expression.Name name) {
            frame.state().set(name.id(), updated);
        } else if (target instanceof Expression.Attribute || target instanceof Expression.Subscript) {
            assign(target, updated);
            index.asText()
                    .ifPresent(key -> ownAttribute(frame, target)
                            .ifPresent(name -> frame.state().setItem(name, key, value)));
        }
    }

    /** The attribute's name if the expression is one of the method's own object. */
    static Optional<String> ownAttribute(Frame frame, Expression expression) {
        return expression instanceof Expression.Attribute attribute
                        && attribute.target() instanceof Expression.Name object
                        && frame.self()
                                .filter(self -> frame.state().get(object.id()).equals(Value.of(self)))
                                .isPresent()
                ? Optional.of(attribute.name())
                : Optional.empty();
    }

    /** What collections hold after an element was stored. */
    static Value with(Value collections, Value index, Value value) {
        Value result = Value.NOTHING;
        for (Atom atom : collections.atoms()) {
            result = result.join(
                    atom instanceof Atom.Dictionary dictionary
                            ? with(dictionary, index.asText(), value)
                            : Value.of(atom));
        }
        return result;
    }

    private static Value with(Atom.Dictionary dictionary, Optional<String> key, Value value) {
        if (key.isEmpty()) {
            return Value.of(
                    new Atom.Dictionary(dictionary.known(), dictionary.rest().join(value)));
        }
        Map<String, Value> known = new TreeMap<>(dictionary.known().asMap());
        known.put(key.get(), value);
        return Value.of(new Atom.Dictionary(Bindings.of(known), dictionary.rest()));
    }
}
