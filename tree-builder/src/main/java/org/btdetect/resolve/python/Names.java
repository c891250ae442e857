package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;

/** Looks names up in a frame: its variables, what it captured, the class body, the module, the builtins. */
final class Names {

    private final Interpreter interpreter;
    private final Frame frame;

    Names(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    Value lookup(String name) {
        Value own = frame.state().get(name);
        if (!own.isNothing()) {
            return own;
        }
        if (frame.captured().has(name)) {
            return frame.captured().get(name);
        }
        Optional<Value> nested = ofNestedFunction(name);
        if (nested.isPresent()) {
            return nested.get();
        }
        return inClassBody(name)
                .or(() -> interpreter.modules().name(frame.module(), name))
                .orElseGet(() -> builtin(name));
    }

    /** A nested function that calls itself: its own name was not bound yet when it captured its surroundings. */
    private Optional<Value> ofNestedFunction(String name) {
        return frame.function()
                .filter(function -> function.definition().name().equals(name))
                .filter(function -> function.definition().qualifiedName().contains("."))
                .filter(function -> function.owner()
                        .map(owner -> !function.definition()
                                .qualifiedName()
                                .equals(owner.definition().qualifiedName() + "." + name))
                        .orElse(true))
                .map(function -> Value.of(new Atom.Closure(function, frame.captured())));
    }

    private Optional<Value> inClassBody(String name) {
        return frame.classScope().flatMap(type -> {
            List<Scope.Binding> bindings = type.scope().of(name);
            return bindings.isEmpty()
                    ? Optional.empty()
                    // A name that the class is just about to bind still means the module's: fields = {'id':
                    // fields.Id()}.
                    : interpreter
                            .classes()
                            .member(type, Optional.empty(), name)
                            .map(Classes.Member::value)
                            .filter(value -> !value.isNothing());
        });
    }

    /** A name that is bound nowhere is a builtin; a local variable before its first assignment has no value. */
    private Value builtin(String name) {
        boolean local = frame.function()
                .filter(function -> function.names().bound().contains(name))
                .isPresent();
        return local ? Value.UNKNOWN : Value.of(new Atom.External("builtins." + name));
    }
}
