package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.program.Position;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/**
 * Takes every module's body, every class's body and every function of a program for an entry point. Nothing is known of the
 * arguments; a method is entered with an object of its own class, made with arguments of which nothing is known.
 */
public final class EveryEntry {

    /** The name that stands for a module's body. */
    public static final String MODULE = "<module>";

    private static final Set<String> ON_CLASS = Set.of("__new__", "__init_subclass__", "__class_getitem__");

    private final Interpreter interpreter;
    private final List<Behavior> entered = new ArrayList<>();
    private int classes;
    private int functions;

    public EveryEntry(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** @return an invocation for each entry */
    public List<Behavior> run(List<String> modules) {
        modules.forEach(name -> interpreter.module(name).ifPresent(this::module));
        Definitions found = interpreter.definitions();
        while (classes < found.classes().size() || functions < found.functions().size()) {
            if (classes < found.classes().size()) {
                body(found.classes().get(classes++));
            } else {
                function(found.functions().get(functions++));
            }
        }
        return List.copyOf(entered);
    }

    private void module(PyModule module) {
        Frame frame = new Frame(module, Optional.empty(), Optional.empty(), Bindings.EMPTY, Bindings.EMPTY);
        // Whether it is imported or started as a program is not decided.
        frame.state().set("__name__", Value.DATA);
        new Statements(interpreter, frame).run(module.body());
        add(new Activation(MODULE, module.place(new Position(1, 1)), ""), frame);
    }

    private void body(PyClass type) {
        Frame frame = new Frame(type.module(), Optional.empty(), Optional.of(type), type.captured(), Bindings.EMPTY);
        new Statements(interpreter, frame).run(type.definition().body());
        add(new Activation(type.definition().qualifiedName(), type.place(), ""), frame);
    }

    private void add(Activation activation, Frame frame) {
        activation.complete(frame.behavior());
        Link link = Link.exact(EdgeKind.ROOT, activation.definition(), activation.function());
        entered.add(new Behavior.Invocation(link, activation, Optional.empty()));
    }

    private void function(Definitions.Defined defined) {
        PyFunction function = defined.closure().function();
        Arguments arguments = defined.owner()
                .flatMap(owner -> receiver(owner, defined))
                .map(Arguments.unknown()::prepend)
                .orElse(Arguments.unknown());
        Link link = Link.exact(EdgeKind.ROOT, function.place(), function.fullName());
        Value body = Value.of(defined.closure());
        entered.add(interpreter.call(body, arguments, link).behavior());
        Value decorated = defined.value().filter(Atom.Decorated.class::isInstance);
        if (!decorated.isNothing()) {
            entered.add(interpreter.call(decorated, arguments, link).behavior());
        }
    }

    /** What the first parameter of a function in a class's body is; none for a static method. */
    private Optional<Value> receiver(PyClass owner, Definitions.Defined defined) {
        Value type = Value.of(new Atom.ClassRef(owner));
        String kind = defined.value()
                .single(Atom.Modeled.class)
                .map(Atom.Modeled::kind)
                .orElse("");
        if (kind.equals(Descriptors.STATIC_METHOD)) {
            return Optional.empty();
        }
        String name = defined.closure().function().definition().name();
        if (kind.equals(Descriptors.CLASS_METHOD) || ON_CLASS.contains(name)) {
            return Optional.of(type);
        }
        Link link = Link.exact(EdgeKind.ROOT, owner.place(), owner.fullName());
        return Optional.of(interpreter.call(type, Arguments.unknown(), link).value());
    }
}
