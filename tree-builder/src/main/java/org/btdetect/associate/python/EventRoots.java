package org.btdetect.associate.python;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.Bindings;
import org.btdetect.resolve.python.Interpreter;
import org.btdetect.resolve.python.PyClass;
import org.btdetect.resolve.python.PyFunction;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.btdetect.tree.RootKind;

/**
 * What happens in Nova when libvirt reports an event: the functions that were registered with the binding, called as its dispatchers
 * in {@code libvirt.py} call them ({@code _dispatchDomainEventLifecycleCallback}).
 */
public final class EventRoots {

    private static final String BINDING = "libvirt";
    private static final String CONNECTION = "virConnect";
    private static final String IDENTIFIER = "VIR_DOMAIN_EVENT_ID_";
    private static final String REGISTERS_ANY = "virConnectDomainEventRegisterAny";
    private static final String REGISTER = "Register";
    private static final String CALLBACK = "Callback";
    private static final int EVENT = 2;

    private final Interpreter interpreter;

    public EventRoots(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** The roots for the callbacks that have been registered so far, by name. */
    public List<ServiceRoots.Root> of(List<Binding.Registration> registrations) {
        Map<String, ServiceRoots.Root> roots = new TreeMap<>();
        for (Binding.Registration registration : registrations) {
            String event = event(registration);
            Value handler = dispatcher(event, registration);
            Optional<PyFunction> function = handler.atoms().stream()
                    .map(interpreter::function)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (!event.isEmpty() && function.isPresent()) {
                Arguments arguments = arguments(function.get(), registration);
                Place place = function.get().place();
                roots.putIfAbsent(
                        event,
                        new ServiceRoots.Root(
                                RootKind.EVENT, hyphenated(event), Layer.COMPUTE, place, handler, arguments));
            }
        }
        return List.copyOf(roots.values());
    }

    /** The event as the binding's dispatchers spell it, {@code DeviceRemoved}; empty if it is not known. */
    private String event(Binding.Registration registration) {
        if (registration.function().equals(REGISTERS_ANY)) {
            return registration.arguments().size() > EVENT
                    ? identifier(registration.arguments().get(EVENT))
                            .map(EventRoots::camelCase)
                            .orElse("")
                    : "";
        }
        int register = registration.function().indexOf(REGISTER);
        return register < 0
                ? ""
                : registration
                        .function()
                        .substring(register + REGISTER.length())
                        .replace(CALLBACK, "");
    }

    /** The name behind the prefix of the constant that has this value. */
    private Optional<String> identifier(Value number) {
        return interpreter.module(BINDING).stream()
                .flatMap(module -> module.assignments().keySet().stream())
                .filter(name -> name.startsWith(IDENTIFIER))
                .filter(name ->
                        interpreter.global(BINDING, name).filter(number::equals).isPresent())
                .map(name -> name.substring(IDENTIFIER.length()))
                .findFirst();
    }

    private static String camelCase(String constant) {
        return Stream.of(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String hyphenated(String event) {
        return event.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Value dispatcher(String event, Binding.Registration registration) {
        Optional<PyClass> connection = interpreter.pyClass(BINDING, CONNECTION);
        for (String prefix : List.of("_dispatchDomainEvent", "_dispatch")) {
            String name = prefix + event + CALLBACK;
            if (connection.isPresent()
                    && interpreter.classAttribute(connection.get(), name).isPresent()) {
                return interpreter.attribute(Value.of(new Atom.Instance(connection.get(), Bindings.EMPTY)), name);
            }
        }
        return registration.callback();
    }

    /** What the event tells is data; the dispatcher's last argument is what was registered. */
    private static Arguments arguments(PyFunction function, Binding.Registration registration) {
        int count = function.definition().parameters().size();
        Value[] arguments = new Value[Math.max(0, count - 1)];
        Arrays.fill(arguments, Value.DATA);
        if (arguments.length > 0 && !registration.data().isNothing()) {
            arguments[arguments.length - 1] = registration.data();
        }
        return Arguments.of(arguments);
    }
}
