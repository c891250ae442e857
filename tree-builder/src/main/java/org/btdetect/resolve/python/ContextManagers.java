package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.program.Expression;
import org.btdetect.program.Statement;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/**
 * Runs a {@code with}: a generator under {@code contextlib.contextmanager} encloses the body at its {@code yield}; an object's
 * {@code __enter__} and {@code __exit__} stand before and after it; a library's manager leaves the body as it is.
 */
final class ContextManagers {

    /** A generator function that makes context managers. */
    static final String FACTORY = "contextmanager";

    /** A method that is executed where the database is. */
    static final String REMOTABLE = "remotable";

    private final Interpreter interpreter;
    private final Frame frame;
    private final Statements statements;

    ContextManagers(Interpreter interpreter, Frame frame, Statements statements) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.statements = statements;
    }

    void run(Statement.With with) {
        run(with, 0);
    }

    private void run(Statement.With with, int index) {
        if (index == with.items().size()) {
            statements.run(with.body());
            return;
        }
        Statement.Item item = with.items().get(index);
        Value manager = interpreter.expressions(frame).evaluate(item.context());
        if (!frame.state().reachable()) {
            return;
        }
        List<Atom.Managed> generators = manager.atoms().stream()
                .filter(Atom.Managed.class::isInstance)
                .map(Atom.Managed.class::cast)
                .toList();
        if (generators.isEmpty()) {
            around(with, index, item, manager);
        } else {
            enclosed(with, index, item, generators);
        }
    }

    private void enclosed(Statement.With with, int index, Statement.Item item, List<Atom.Managed> generators) {
        Value entered = generators.stream().map(Atom.Managed::yields).reduce(Value.NOTHING, Value::join);
        Behavior body = frame.collect(() -> {
            bind(item, entered.isNothing() ? Value.NONE : entered);
            run(with, index + 1);
        });
        List<Behavior.Branch> branches = new ArrayList<>();
        for (Atom.Managed generator : generators) {
            branches.add(
                    new Behavior.Branch("", new Behavior.Enclosure(generator.link(), generator.activation(), body)));
        }
        frame.emitAnyway(Behavior.choice(branches));
    }

    private void around(Statement.With with, int index, Statement.Item item, Value manager) {
        Link link = Links.of(
                frame,
                item.context(),
                EdgeKind.CONTEXT_MANAGER,
                interpreter.guards().text(item.context()));
        Value objects = manager.filter(Atom.Instance.class::isInstance);
        Value entered = manager.filter(atom -> !(atom instanceof Atom.Instance));
        Optional<Outcome> entry = method(objects, "__enter__", link);
        if (entry.isPresent()) {
            frame.emit(entry.get().behavior());
            entered = entered.join(entry.get().value());
        } else {
            entered = entered.join(objects);
        }
        bind(item, entered);
        run(with, index + 1);
        if (interpreter.reraises(manager) && frame.state().reachable()) {
            frame.raised(Value.UNKNOWN);
        }
        method(objects, "__exit__", link).ifPresent(exit -> frame.emitAnyway(exit.behavior()));
    }

    private Optional<Outcome> method(Value objects, String name, Link link) {
        Value methods = Value.NOTHING;
        for (Atom atom : objects.atoms()) {
            Atom.Instance instance = (Atom.Instance) atom;
            if (interpreter
                    .classes()
                    .member(instance.type(), Optional.empty(), name)
                    .isPresent()) {
                methods = methods.join(interpreter
                        .attributes()
                        .read(Value.of(atom), name, link)
                        .value());
            }
        }
        if (methods.isNothing()) {
            return Optional.empty();
        }
        Arguments arguments =
                name.equals("__exit__") ? Arguments.of(Value.NONE, Value.NONE, Value.NONE) : Arguments.NONE;
        return Optional.of(interpreter.calls().call(methods, arguments, link));
    }

    private void bind(Statement.Item item, Value value) {
        Optional<Expression> target = item.target();
        target.ifPresent(expression -> new Assignments(interpreter, frame).assign(expression, value));
    }
}
