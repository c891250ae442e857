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
            Optional<String> accessor = accessor(name, binding);
            if (accessor.isPresent()) {
                value = withAccessor(value, accessor.get(), (Scope.FunctionBinding) binding);
                continue;
            }
            if (binding instanceof Scope.ItemBinding item) {
                value = withItem(value, item);
                continue;
            }
            Value bound = value(binding);
            boolean adds = binding.conditional() || isVersioned(binding);
            value = adds ? value.join(bound) : bound;
        }
        return value;
    }

    private Value withItem(Value collection, Scope.ItemBinding item) {
        Value index = item.index().map(this::evaluated).orElse(Value.UNKNOWN);
        return Assignments.with(
                collection, index, item.value().map(this::evaluated).orElse(Value.UNKNOWN));
    }

    private Value evaluated(Expression expression) {
        return frame.silently(() -> interpreter.expressions(frame).evaluate(expression));
    }

    /** Which accessor of a property a function becomes; the name stays the property. */
    private static Optional<String> accessor(String name, Scope.Binding binding) {
        if (!(binding instanceof Scope.FunctionBinding function)) {
            return Optional.empty();
        }
        return function.definition().decorators().stream()
                .filter(Expression.Attribute.class::isInstance)
                .map(Expression.Attribute.class::cast)
                .filter(decorator -> decorator.target() instanceof Expression.Name target
                        && target.id().equals(name))
                .map(Expression.Attribute::name)
                .findFirst();
    }

    private Value withAccessor(Value value, String accessor, Scope.FunctionBinding binding) {
        Value result = Value.NOTHING;
        for (Atom atom : value.atoms()) {
            boolean property =
                    atom instanceof Atom.Modeled modeled && modeled.kind().equals(Descriptors.PROPERTY);
            result = result.join(
                    property
                            ? Descriptors.accessor(
                                    (Atom.Modeled) atom,
                                    accessor,
                                    interpreter.functions().undecorated(frame, binding.definition()))
                            : Value.of(atom));
        }
        return result;
    }

    /** Definitions of one name that the framework chooses between when a request comes: all of them may be meant. */
    private static boolean isVersioned(Scope.Binding binding) {
        return binding instanceof Scope.FunctionBinding function
                && function.definition().decorators().stream()
                        .anyMatch(decorator -> decorator instanceof Expression.Call call
                                && (call.calleeText().equals("api_version")
                                        || call.calleeText().endsWith(".api_version")
                                        || call.calleeText().equals("api_versions.wraps")));
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
