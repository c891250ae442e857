package org.btdetect.associate.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;

/** What a request's body may hold, by the JSON schemas ({@code @validation.schema}) that a handler's decorators name. */
final class RequestSchemas {

    private static final int DEEPEST = 8;

    private final Interpreter interpreter;

    RequestSchemas(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * What the schemas of a method say.
     *
     * @param controller the classes that may define it
     * @return plain data where no schema is declared
     */
    Value body(Set<PyClass> controller, String method) {
        Value body = Value.NOTHING;
        for (PyClass type : controller) {
            for (Statement statement : type.definition().body().statements()) {
                if (statement instanceof Statement.FunctionDefinition definition
                        && definition.function().name().equals(method)) {
                    for (Expression decorator : definition.decorators()) {
                        body = body.join(declared(type, decorator));
                    }
                }
            }
        }
        return body.isNothing() ? Value.DATA : body;
    }

    private Value declared(PyClass type, Expression decorator) {
        boolean schema = decorator instanceof Expression.Call call
                && call.calleeText().equals("validation.schema")
                && !call.arguments().isEmpty();
        return schema
                ? ofSchema(
                        interpreter.evaluate(
                                type.module(),
                                ((Expression.Call) decorator).arguments().get(0).value()),
                        DEEPEST)
                : Value.NOTHING;
    }

    private Value ofSchema(Value schemas, int depth) {
        Value value = Value.NOTHING;
        for (Atom atom : schemas.atoms()) {
            value = value.join(
                    atom instanceof Atom.Dictionary schema && depth > 0 ? ofSchema(schema, depth) : Value.DATA);
        }
        return value.isNothing() ? Value.DATA : value;
    }

    private Value ofSchema(Atom.Dictionary schema, int depth) {
        Bindings known = schema.known();
        if (known.has("enum")) {
            return interpreter.element(known.get("enum"));
        }
        for (String alternatives : List.of("oneOf", "anyOf")) {
            if (known.has(alternatives)) {
                return ofSchema(interpreter.element(known.get(alternatives)), depth - 1);
            }
        }
        List<String> types = types(known.get("type"));
        Value value = Value.NOTHING;
        for (String type : types) {
            value = value.join(ofType(schema, type, depth));
        }
        return value.isNothing() ? Value.DATA : value;
    }

    private static List<String> types(Value type) {
        return type.atoms().stream()
                .flatMap(atom -> atom instanceof Atom.Tuple tuple
                        ? tuple.elements().stream().map(Value::asText)
                        : Stream.of(Value.of(atom).asText()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Value ofType(Atom.Dictionary schema, String type, int depth) {
        return switch (type) {
            case "object" -> object(schema, depth);
            case "array" -> Value.of(new Atom.Elements(ofSchema(schema.known().get("items"), depth - 1)));
            case "null" -> Value.NONE;
            case "boolean" -> Value.BOTH;
            default -> Value.DATA;
        };
    }

    private Value object(Atom.Dictionary schema, int depth) {
        Map<String, Value> properties = new TreeMap<>();
        for (Atom atom : schema.known().get("properties").atoms()) {
            if (atom instanceof Atom.Dictionary declared) {
                declared.known()
                        .asMap()
                        .forEach((name, property) -> properties.put(name, ofSchema(property, depth - 1)));
            }
        }
        return Value.of(new Atom.Dictionary(Bindings.of(properties), Value.DATA));
    }
}
