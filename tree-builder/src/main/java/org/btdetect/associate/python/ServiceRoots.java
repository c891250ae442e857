package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.program.Block;
import org.btdetect.program.Expression;
import org.btdetect.program.Function;
import org.btdetect.program.Parameter;
import org.btdetect.program.Statement;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.btdetect.tree.RootKind;

/**
 * What a service does of its own accord ({@code oslo.service}): its manager's methods that {@code @periodic_task} decorates, and
 * what happens when it starts. A manager is an endpoint of messages that a service is made for, and has a hook for the start.
 */
public final class ServiceRoots {

    private static final String TIMER = "periodic_task";
    private static final String START = "start";
    private static final String START_HOOK = "init_host";
    private static final String MANAGER = "manager";
    private static final String SERVICE_NAME = "service_name";

    private final Interpreter interpreter;

    public ServiceRoots(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /**
     * An activity that no user asks for.
     *
     * @param name the manager's class, with the method if it is one
     * @param layer where it starts
     */
    public record Root(
            RootKind kind, String name, Layer layer, Place declaration, Value handler, Arguments arguments) {}

    private record Manager(PyClass type, Layer layer) {
        Value object() {
            return Value.of(new Atom.Instance(type, Bindings.EMPTY));
        }
    }

    /** The roots, those of one manager in the order of its source, starts before timers. */
    public List<Root> all() {
        List<Root> roots = new ArrayList<>();
        List<PyClass> services = services();
        for (Manager manager : managers()) {
            services.forEach(service -> start(service, manager).ifPresent(roots::add));
        }
        managers().forEach(manager -> roots.addAll(timers(manager)));
        return roots;
    }

    private List<Manager> managers() {
        List<Manager> managers = new ArrayList<>();
        for (PyClass type : new Endpoints().types(interpreter)) {
            Value object = Value.of(new Atom.Instance(type, Bindings.EMPTY));
            Optional<Layer> layer =
                    interpreter.attribute(object, SERVICE_NAME).asText().flatMap(Messaging::layer);
            if (layer.isPresent()
                    && interpreter.classAttribute(type, START_HOOK).isPresent()) {
                managers.add(new Manager(type, layer.get()));
            }
        }
        return managers;
    }

    /** The classes that start a manager they are made with. */
    private List<PyClass> services() {
        List<PyClass> services = new ArrayList<>();
        for (String module : interpreter.source().modulesContaining("." + START_HOOK + "(")) {
            interpreter
                    .module(module)
                    .ifPresent(loaded -> loaded.classes().stream()
                            .filter(ServiceRoots::isService)
                            .forEach(definition -> interpreter
                                    .pyClass(module, definition.name())
                                    .ifPresent(services::add)));
        }
        return services;
    }

    private static boolean isService(Statement.ClassDefinition definition) {
        boolean made = method(definition, "__init__")
                .filter(function -> function.parameters().stream()
                        .anyMatch(parameter -> parameter.name().equals(MANAGER)))
                .isPresent();
        return made
                && method(definition, START)
                        .filter(function -> callsHook(function.body().block()))
                        .isPresent();
    }

    private static boolean callsHook(Block block) {
        return block.statements().stream()
                .anyMatch(statement -> statement instanceof Statement.ExpressionStatement expression
                        && expression.expression() instanceof Expression.Call call
                        && call.callee() instanceof Expression.Attribute callee
                        && callee.name().equals(START_HOOK));
    }

    private static Optional<Function> method(Statement.ClassDefinition definition, String name) {
        return definition.body().statements().stream()
                .filter(Statement.FunctionDefinition.class::isInstance)
                .map(statement -> ((Statement.FunctionDefinition) statement).function())
                .filter(function -> function.name().equals(name))
                .findFirst();
    }

    private Optional<Root> start(PyClass service, Manager manager) {
        Map<String, Value> given = new TreeMap<>();
        method(service.definition(), "__init__").stream()
                .flatMap(function -> function.parameters().stream().skip(1))
                .filter(ServiceRoots::isRequired)
                .forEach(parameter -> given.put(parameter.name(), Value.DATA));
        given.put(MANAGER, Value.text(manager.type().fullName()));
        Arguments arguments = new Arguments(List.of(), Bindings.of(given), Value.NOTHING, Value.NOTHING);
        Link link = Link.exact(EdgeKind.CONSTRUCTOR, service.place(), service.name());
        Value object = interpreter
                .call(Value.of(new Atom.ClassRef(service)), arguments, link)
                .value();
        Value handler = interpreter.attribute(object, START);
        return method(service.definition(), START)
                .map(function -> new Root(
                        RootKind.STARTUP,
                        manager.type().name(),
                        manager.layer(),
                        service.module().place(function.at()),
                        handler,
                        Arguments.NONE));
    }

    private static boolean isRequired(Parameter parameter) {
        boolean named = parameter.kind() == Parameter.Kind.ORDINARY || parameter.kind() == Parameter.Kind.KEYWORD_ONLY;
        return named && parameter.defaultValue().isEmpty();
    }

    private List<Root> timers(Manager manager) {
        Map<String, Root> timers = new TreeMap<>();
        for (PyClass type : interpreter.linearisation(manager.type())) {
            for (Statement statement : type.definition().body().statements()) {
                if (statement instanceof Statement.FunctionDefinition definition && isTimer(definition)) {
                    Function function = definition.function();
                    timers.putIfAbsent(function.name(), timer(manager, type, function));
                }
            }
        }
        return List.copyOf(timers.values());
    }

    private Root timer(Manager manager, PyClass type, Function function) {
        return new Root(
                RootKind.PERIODIC,
                manager.type().name() + "." + function.name(),
                manager.layer(),
                type.module().place(function.at()),
                interpreter.attribute(manager.object(), function.name()),
                Arguments.of(context()));
    }

    /** A context as services make them for themselves: contexts differ by data only. */
    private Value context() {
        return interpreter.source().modulesContaining(WebRequests.CONTEXT_LIBRARY).stream()
                .flatMap(module -> interpreter.module(module).stream()
                        .flatMap(loaded -> loaded.classes().stream())
                        .flatMap(definition -> interpreter.pyClass(module, definition.name()).stream()))
                .filter(type -> WebRequests.isContext(interpreter, type))
                .findFirst()
                .map(type -> Value.of(new Atom.Instance(type, Bindings.EMPTY)))
                .orElse(Value.DATA);
    }

    private static boolean isTimer(Statement.FunctionDefinition definition) {
        return definition.decorators().stream()
                .map(decorator -> decorator instanceof Expression.Call call ? call.callee() : decorator)
                .anyMatch(decorator -> decorator instanceof Expression.Attribute attribute
                                && attribute.name().equals(TIMER)
                        || decorator instanceof Expression.Name name
                                && name.id().equals(TIMER));
    }
}
