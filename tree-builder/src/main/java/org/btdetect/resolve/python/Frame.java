package org.btdetect.resolve.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.btdetect.program.Position;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Place;

/** The execution of one function body (or of a module's or class's expression): its state, and what it has done so far. */
final class Frame {

    private final PyModule module;
    private final Optional<PyFunction> function;
    private final Optional<PyClass> classScope;
    private final Bindings captured;
    private final Optional<Atom> self;
    private final Deque<List<Behavior>> sinks = new ArrayDeque<>();
    private final Map<String, Value> writes = new TreeMap<>();
    private State state;
    private Value returned = Value.NOTHING;
    private Value yielded = Value.NOTHING;
    private Value raised = Value.NOTHING;
    private Value mayBeRaised = Value.NOTHING;
    private int returns;
    private boolean comesBack;

    Frame(
            PyModule module,
            Optional<PyFunction> function,
            Optional<PyClass> classScope,
            Bindings captured,
            Bindings arguments) {
        this.module = module;
        this.function = function;
        this.classScope = classScope;
        this.captured = captured;
        this.state = State.of(arguments);
        this.self = function.flatMap(running -> receiver(running, captured, arguments));
        sinks.push(new ArrayList<>());
    }

    /** The object or class whose method runs, or has defined the function that runs. */
    static Optional<Atom> receiver(PyFunction function, Bindings captured, Bindings arguments) {
        return function.receiver().flatMap(name -> {
            Value value = arguments.has(name) ? arguments.get(name) : captured.get(name);
            return value.<Atom>single(Atom.class)
                    .filter(atom -> atom instanceof Atom.Instance || atom instanceof Atom.ClassRef);
        });
    }

    PyModule module() {
        return module;
    }

    Optional<PyFunction> function() {
        return function;
    }

    /** The class whose body is being evaluated, if it is a class body. */
    Optional<PyClass> classScope() {
        return classScope;
    }

    Bindings captured() {
        return captured;
    }

    Optional<Atom> self() {
        return self;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    Place place(Position at) {
        return module.place(at);
    }

    void emit(Behavior behavior) {
        if (behavior != Behavior.NOTHING && state.reachable()) {
            sinks.element().add(behavior);
        }
    }

    /** Adds what happened even though control has left: final blocks. */
    void emitAnyway(Behavior behavior) {
        if (behavior != Behavior.NOTHING) {
            sinks.element().add(behavior);
        }
    }

    /** Runs an action and gives what it did instead of adding it to the frame. */
    Behavior collect(Runnable action) {
        sinks.push(new ArrayList<>());
        action.run();
        return Behavior.sequence(sinks.pop());
    }

    /** Evaluates in the frame, forgetting what happens. */
    <T> T silently(Supplier<T> action) {
        sinks.push(new ArrayList<>());
        T result = action.get();
        sinks.pop();
        return result;
    }

    Behavior behavior() {
        return Behavior.sequence(sinks.element());
    }

    void write(String attribute, Value value) {
        writes.merge(attribute, value, Value::join);
        state.forgetItems(attribute);
    }

    Map<String, Value> writes() {
        return writes;
    }

    void returned(Value value) {
        comesBack |= state.reachable();
        returned = returned.join(value);
        returns++;
        state.leave(State.Exit.RETURN);
    }

    Value returned() {
        return returned;
    }

    /** Whether a return has been reached, even one whose value is not known to be anything. */
    boolean comesBack() {
        return comesBack;
    }

    /** How many returns have been met; a growing count tells that a part may leave the function. */
    int returns() {
        return returns;
    }

    void forgetReturnsSince(int count) {
        returns = count;
    }

    void yielded(Value value) {
        yielded = yielded.join(value);
    }

    Value yielded() {
        return yielded;
    }

    void raised(Value value) {
        raised = raised.join(value);
        state.leave(State.Exit.RAISE);
    }

    /** @param completes whether another callee that the call may mean comes back */
    void raisedByCall(Value value, boolean completes) {
        if (completes) {
            mayBeRaised = mayBeRaised.join(value);
        } else {
            raised(value);
        }
    }

    /** What some callee of a call surely raises, while another comes back. */
    Value mayBeRaised() {
        return mayBeRaised;
    }

    void mayBeRaisedReset(Value value) {
        mayBeRaised = value;
    }

    Value raised() {
        return raised;
    }

    void raisedReset(Value value) {
        raised = value;
    }
}
