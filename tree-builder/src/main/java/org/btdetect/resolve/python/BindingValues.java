package org.btdetect.resolve.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.program.Expression;

/** Evaluates what the statements of a module's or a class's body bind to a name. */
final class BindingValues {

    private final Interpreter interpreter;
    private final Frame frame;

    BindingValues(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
    }

    Value value(String name, List<Scope.Binding> bindings) {
        Value value = Value.NOTHING;
        for (Scope.Binding binding : bindings) {
            if (accessorOf(name, binding)) {
                continue;
            }
            Value bound = value(binding);
            boolean adds = binding.conditional() || isVersioned(binding);
            value = adds ? value.join(bound) : bound;
        }
        return value;
    }

    /** A property's setter or deleter: the name stays the property. */
    private static boolean accessorOf(String name, Scope.Binding binding) {
        return binding instanceof Scope.FunctionBinding function
                && function.definition().decorators().stream()
                        .anyMatch(decorator -> decorator instanceof Expression.Attribute attribute
                                && attribute.target() instanceof Expression.Name target
                                && target.id().equals(name));
    }

    /** Definitions of one name that the framework chooses between when a request comes: all of them may be meant. */
    private static boolean isVersioned(Scope.Binding binding) {
        return binding instanceof Scope.FunctionBinding function
                && function.definition().decorators().stream()
                        .anyMatch(decorator -> decorator instanceof Expression.Call call
                                && (call.calleeText().equals("api_version")
                                        || call.calleeText().endsWith(".api_version")));
    }

    private Value value(Scope.Binding binding) {
        if (binding instanceof Scope.FunctionBinding function) {
            return interpreter.functions().define(frame, function.definition());
        }
        if (binding instanceof Scope.ClassBinding definition) {
            return Value.of(new Atom.ClassRef(interpreter.modules().pyClass(frame.module(), definition.definition())));
        }
        if (binding instanceof Scope.ModuleBinding module) {
            return Value.of(new Atom.ModuleRef(module.module()));
        }
        if (binding instanceof Scope.ImportBinding imported) {
            String module = frame.module().absolute(imported.level(), imported.module());
            return interpreter.modules().imported(module, imported.name());
        }
        Scope.ValueBinding assigned = (Scope.ValueBinding) binding;
        Expressions expressions = interpreter.expressions(frame);
        return frame.silently(() -> along(assigned.path(), expressions.evaluate(assigned.value())));
    }

    private Value along(Scope.Path path, Value value) {
        if (path instanceof Scope.Item item) {
            Value outer = along(item.outer(), value);
            Optional<Integer> index = item.index();
            return index.isPresent()
                    ? interpreter.items().at(outer, index.get())
                    : interpreter.items().element(outer);
        }
        return value;
    }
}
