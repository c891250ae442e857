package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.program.Argument;
import org.btdetect.program.Expression;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** Evaluates calls: the callee, then the arguments in their order, then what the call does to the frame. */
final class CallExpressions {

    private static final Value SETATTR = Value.of(new Atom.External("builtins.setattr"));

    private final Interpreter interpreter;
    private final Frame frame;
    private final Expressions expressions;

    CallExpressions(Interpreter interpreter, Frame frame, Expressions expressions) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.expressions = expressions;
    }

    Value evaluate(Expression.Call call) {
        Optional<Value> above = new Supers(interpreter, frame).evaluate(call, expressions);
        if (above.isPresent()) {
            interpreter.ledger().library(Links.of(frame, call, Value.NOTHING));
            return above.get();
        }
        Value named = call.callee() instanceof Expression.Attribute attribute
                ? expressions.member(attribute)
                : expressions.evaluate(call.callee());
        Value callee = interpreter.methodNames().resolve(named, call.callee());
        Arguments arguments = arguments(call.arguments());
        Outcome outcome = interpreter.calls().call(callee, arguments, link(call, named, callee));
        frame.emit(outcome.behavior());
        new Mutations(interpreter, frame).apply(call, callee, arguments);
        setAttribute(callee, arguments);
        if (frame.state().reachable()) {
            frame.raisedByCall(outcome.raised(), outcome.completes());
        }
        return outcome.value();
    }

    /** {@code setattr} with names that are constant is an assignment. */
    private void setAttribute(Value callee, Arguments arguments) {
        boolean sets = arguments.positional().size() == 3 && callee.equals(SETATTR);
        if (sets && frame.self().filter(arguments.first().atoms()::contains).isPresent()) {
            for (Atom name : arguments.positional().get(1).atoms()) {
                Constants.string(name)
                        .ifPresent(
                                text -> frame.write(text, arguments.positional().get(2)));
            }
        }
    }

    private Link link(Expression.Call call, Value named, Value callee) {
        Link link = Links.of(frame, call, callee);
        if (!callee.equals(named)) {
            return link.ofKind(EdgeKind.METHOD_NAME);
        }
        boolean method = call.callee() instanceof Expression.Attribute;
        return method && isDispatch(callee) ? link.ofKind(EdgeKind.DRIVER_LOAD) : link;
    }

    /** A method of an object whose class the configuration names, called from outside of that class. */
    private boolean isDispatch(Value callee) {
        return !callee.isNothing()
                && callee.atoms().stream()
                        .allMatch(atom -> atom instanceof Atom.Method method
                                && method.receiver() instanceof Atom.Instance driver
                                && interpreter.libraries().loads(driver.type())
                                && !isOfType(driver.type()));
    }

    private boolean isOfType(PyClass type) {
        return frame.self()
                .filter(self -> self instanceof Atom.Instance own && own.type().equals(type))
                .isPresent();
    }

    private Arguments arguments(List<Argument> given) {
        List<Value> positional = new ArrayList<>();
        Map<String, Value> keywords = new TreeMap<>();
        Value unpacked = Value.NOTHING;
        Value unpackedRest = Value.NOTHING;
        for (Argument argument : given) {
            Value value = expressions.evaluate(argument.value());
            switch (argument.kind()) {
                case POSITIONAL -> positional.add(value);
                case KEYWORD -> keywords.put(argument.name(), value);
                case UNPACKED -> unpacked = unpacked.join(unpack(value, positional));
                case UNPACKED_MAPPING -> unpackedRest = unpackedRest.join(unpackMapping(value, keywords));
            }
        }
        return new Arguments(positional, Bindings.of(keywords), unpacked, unpackedRest);
    }

    private Value unpack(Value value, List<Value> positional) {
        Optional<Atom.Tuple> tuple = value.single(Atom.Tuple.class);
        if (tuple.isPresent()) {
            positional.addAll(tuple.get().elements());
            return Value.NOTHING;
        }
        return interpreter.items().element(value);
    }

    /** Adds the known keys of mappings to the keywords, and gives what other keys may hold. */
    static Value unpackMapping(Value value, Map<String, Value> keywords) {
        Value rest = Value.NOTHING;
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Dictionary dictionary) {
                dictionary.known().asMap().forEach((key, one) -> keywords.merge(key, one, Value::join));
                rest = rest.join(dictionary.rest());
            } else {
                rest = rest.join(atom instanceof Atom.Unknown ? Value.UNKNOWN : Value.DATA);
            }
        }
        return rest;
    }
}
