package org.btdetect.associate.python;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Block;
import org.btdetect.program.Constant;
import org.btdetect.program.Expression;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;

/**
 * {@code webob}: a request's {@code environ} carries what middleware leaves there for the handlers behind it. Under a key stands
 * what any method of the program that is given a request stores under it; and the context of a request ({@code oslo.context}),
 * which differs from others by data only, is known by its class.
 */
public final class WebRequests implements LibraryModel {

    private static final String REQUEST = "webob.Request";
    private static final String ENVIRONMENT = "environ";
    static final String CONTEXT_LIBRARY = "oslo_context";
    private static final String CONTEXT = CONTEXT_LIBRARY + ".context.RequestContext";

    private final Map<String, Value> stored = new HashMap<>();
    private final Set<String> sought = new HashSet<>();

    /** A request of which nothing is known. */
    static Value request() {
        return Value.of(new Atom.External(REQUEST));
    }

    @Override
    public boolean isKnownByClass(String externalBase) {
        return externalBase.equals(CONTEXT);
    }

    /** Whether a class is the program's class of contexts. */
    static boolean isContext(Interpreter interpreter, PyClass type) {
        return interpreter.libraryBase(type).filter(CONTEXT::equals).isPresent();
    }

    @Override
    public Optional<Value> item(Interpreter interpreter, Atom target, Value index) {
        Optional<String> key = isEnvironment(target) ? index.asText() : Optional.empty();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (sought.add(key.get())) {
            seek(interpreter, key.get());
        }
        return Optional.ofNullable(stored.get(key.get()));
    }

    @Override
    public void stored(Atom target, Value index, Value value) {
        Value known = value.filter(atom -> !(atom instanceof Atom.Unknown));
        if (isEnvironment(target) && !known.isNothing()) {
            index.asText().ifPresent(key -> stored.merge(key, known, Value::join));
        }
    }

    private static boolean isEnvironment(Atom target) {
        return target instanceof Atom.External external && external.path().equals(REQUEST + "." + ENVIRONMENT);
    }

    /** Runs the methods that store something under the key, so that {@link #stored} hears of it. */
    private static void seek(Interpreter interpreter, String key) {
        for (String module : interpreter.source().modulesContaining(key)) {
            interpreter
                    .module(module)
                    .ifPresent(loaded -> loaded.classes()
                            .forEach(definition -> interpreter
                                    .pyClass(module, definition.name())
                                    .ifPresent(type -> run(interpreter, type, key))));
        }
    }

    private static void run(Interpreter interpreter, PyClass type, String key) {
        Value object = Value.of(new Atom.Instance(type, Bindings.EMPTY));
        for (Statement statement : type.definition().body().statements()) {
            if (statement instanceof Statement.FunctionDefinition method
                    && stores(method.function().body().block(), key)) {
                Link link = Link.exact(
                        EdgeKind.FUNCTION_VALUE, Place.NONE, method.function().name());
                interpreter.call(interpreter.attribute(object, method.function().name()), given(method), link);
            }
        }
    }

    /** The request, by whatever name, and nothing else. */
    private static Arguments given(Statement.FunctionDefinition method) {
        Value[] arguments = method.function().parameters().stream()
                .skip(1)
                .filter(parameter -> parameter.kind() == Parameter.Kind.ORDINARY)
                .map(parameter -> parameter.name().startsWith("req") ? request() : Value.DATA)
                .toArray(Value[]::new);
        return Arguments.of(arguments);
    }

    private static boolean stores(Block block, String key) {
        return block.statements().stream().anyMatch(statement -> stores(statement, key));
    }

    private static boolean stores(Statement statement, String key) {
        return statement instanceof Statement.Assign assign
                && assign.targets().stream()
                        .anyMatch(target -> target instanceof Expression.Subscript subscript
                                && subscript.index() instanceof Expression.Literal literal
                                && literal.value() instanceof Constant.Text text
                                && text.value().equals(key)
                                && subscript.target() instanceof Expression.Attribute attribute
                                && attribute.name().equals(ENVIRONMENT));
    }
}
