package org.btdetect.associate.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.PyFunction;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;
import org.btdetect.tree.client.ClientCall;

/** Objects of a client library: made as its users make them, and their public methods. */
final class ClientObjects {

    private final Interpreter interpreter;

    ClientObjects(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** An object whose constructor is given what a user may give it. */
    Value made(PyClass type) {
        Optional<PyFunction> constructor = function(interpreter.classAttribute(type, "__init__"));
        Arguments arguments =
                constructor.map(PyFunction::definition).map(ClientObjects::any).orElse(Arguments.NONE);
        Value callee = Value.of(new Atom.ClassRef(type));
        return interpreter
                .call(callee, arguments, Link.exact(EdgeKind.CONSTRUCTOR, type.place(), type.name()))
                .value();
    }

    /** The public methods of an object, each with plain data for what it needs. */
    List<ClientEntry> methods(Atom.Instance object) {
        Set<String> names = new TreeSet<>();
        for (PyClass type : interpreter.linearisation(object.type())) {
            for (Statement statement : type.definition().body().statements()) {
                if (statement instanceof Statement.FunctionDefinition definition && isMethod(definition)) {
                    names.add(definition.function().name());
                }
            }
        }
        List<ClientEntry> entries = new ArrayList<>();
        names.forEach(name -> entry(object, name).ifPresent(entries::add));
        return entries;
    }

    /** A property and a static method are no methods of the object that a user calls. */
    private static boolean isMethod(Statement.FunctionDefinition definition) {
        String name = definition.function().name();
        return !name.startsWith("_")
                && definition.decorators().stream()
                        .noneMatch(decorator -> decorator instanceof Expression.Name named
                                        && Set.of("property", "staticmethod", "classmethod")
                                                .contains(named.id())
                                || decorator instanceof Expression.Attribute attribute
                                        && Set.of("setter", "deleter", "contextmanager")
                                                .contains(attribute.name()));
    }

    private Optional<ClientEntry> entry(Atom.Instance object, String name) {
        Value method = interpreter.attribute(Value.of(object), name);
        Optional<PyFunction> function = function(Optional.of(method));
        return function.map(found -> {
            Place place = found.place();
            return new ClientEntry(
                    place.component(),
                    ClientCall.Kind.METHOD,
                    object.type().name() + "." + name,
                    place,
                    method,
                    any(found.definition()));
        });
    }

    private Optional<PyFunction> function(Optional<Value> value) {
        return value.stream()
                .flatMap(found -> found.atoms().stream())
                .map(interpreter::function)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A user may give anything for each parameter: plain data, and either truth value for a switch. */
    private static Arguments any(Function function) {
        Map<String, Value> keywords = new TreeMap<>();
        List<Parameter> parameters = function.parameters();
        for (Parameter parameter : parameters.subList(Math.min(1, parameters.size()), parameters.size())) {
            if (parameter.kind() == Parameter.Kind.ORDINARY || parameter.kind() == Parameter.Kind.KEYWORD_ONLY) {
                keywords.put(parameter.name(), isSwitch(parameter) ? Value.BOTH : Value.DATA);
            }
        }
        return new Arguments(List.of(), Bindings.of(keywords), Value.NOTHING, Value.NOTHING);
    }

    private static boolean isSwitch(Parameter parameter) {
        return parameter
                .defaultValue()
                .filter(value ->
                        value instanceof Expression.Literal literal && literal.value() instanceof Constant.Truth)
                .isPresent();
    }
}
