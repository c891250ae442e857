package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.Expression;
import org.btdetect.program.Parameter;

/** Calls of {@code super}. */
final class Supers {

    private final Interpreter interpreter;
    private final Frame frame;

    Supers(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    /** @return the proxy object if the call is one of the builtin {@code super} inside a method */
    Optional<Value> evaluate(Expression.Call call, Expressions expressions) {
        boolean named =
                call.callee() instanceof Expression.Name name && name.id().equals("super");
        if (!named || !expressions.evaluate(call.callee()).equals(Value.of(new Atom.External("builtins.super")))) {
            return Optional.empty();
        }
        if (call.arguments().size() == 2) {
            Value type = expressions.evaluate(call.arguments().get(0).value());
            Value receiver = expressions.evaluate(call.arguments().get(1).value());
            return type.single(Atom.ClassRef.class).flatMap(reference -> proxy(reference.type(), receiver));
        }
        return frame.function().flatMap(PyFunction::owner).flatMap(owner -> proxy(owner, receiver()));
    }

    private Value receiver() {
        List<Parameter> parameters = frame.function()
                .map(function -> function.definition().parameters())
                .orElse(List.of());
        if (parameters.isEmpty()) {
            return frame.captured().get("self");
        }
        Value first = frame.state().get(parameters.get(0).name());
        return isReceiver(first) ? first : frame.captured().get("self");
    }

    private static boolean isReceiver(Value value) {
        return value.atoms().stream().anyMatch(atom -> atom instanceof Atom.Instance || atom instanceof Atom.ClassRef);
    }

    private Optional<Value> proxy(PyClass after, Value receivers) {
        Value result = Value.NOTHING;
        for (Atom receiver : receivers.atoms()) {
            if (receiver instanceof Atom.Instance || receiver instanceof Atom.ClassRef) {
                result = result.join(Value.of(new Atom.Super(after, receiver)));
            }
        }
        return result.isNothing() ? Optional.empty() : Optional.of(result);
    }
}
