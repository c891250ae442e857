package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;

/**
 * What a method of an object of which nothing is known may be, by its name: where no class of the program has a method of the
 * name, it is a library's; where a few have one, it is one of these; otherwise nothing is known.
 */
final class MethodNames {

    private static final int MOST_MODULES = 2;
    private static final int MOST_CLASSES = 3;

    private final Interpreter interpreter;
    private final Map<String, Value> known = new HashMap<>();

    MethodNames(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @return the callee itself unless it is an attribute of something unknown */
    Value resolve(Value callee, Expression expression) {
        if (!callee.isUnknown() || !(expression instanceof Expression.Attribute attribute)) {
            return callee;
        }
        Value found = known.get(attribute.name());
        if (found == null) {
            found = find(attribute.name());
            known.put(attribute.name(), found);
        }
        return found;
    }

    private Value find(String name) {
        List<String> modules = interpreter.source().modulesDefining(name);
        if (modules.size() > MOST_MODULES || interpreter.source().assignsAttribute(name)) {
            return Value.UNKNOWN;
        }
        List<PyClass> owners = new ArrayList<>();
        for (String module : modules) {
            interpreter
                    .module(module)
                    .ifPresent(loaded -> loaded.classes().stream()
                            .filter(definition -> defines(definition, name))
                            .forEach(definition ->
                                    owners.add(interpreter.modules().pyClass(loaded, definition))));
        }
        if (owners.isEmpty() && !modules.isEmpty() || owners.size() > MOST_CLASSES) {
            return Value.UNKNOWN;
        }
        return owners.isEmpty() ? Value.of(new Atom.External("unknown." + name)) : methods(owners, name);
    }

    private Value methods(List<PyClass> owners, String name) {
        Value methods = Value.NOTHING;
        for (PyClass owner : owners) {
            methods = methods.join(interpreter.attribute(Value.of(new Atom.Instance(owner, Bindings.EMPTY)), name));
        }
        // The receiver may be another object after all: a second candidate keeps the call from being certain.
        return methods.join(Value.of(new Atom.External("unknown." + name)));
    }

    private static boolean defines(Statement.ClassDefinition definition, String name) {
        return definition.body().statements().stream()
                .anyMatch(statement -> statement instanceof Statement.FunctionDefinition function
                        && function.function().name().equals(name));
    }
}
