package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.btdetect.program.Parameter;
import org.btdetect.summary.Activation;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/**
 * Runs functions, each once for the same captured variables and arguments.
 *
 * <p>Recursion: a call of an activation that is still running gives what the running one is assumed to return and write (nothing
 * at first); if that turns out too little the activation is run again. A result that rests on an activation still running further
 * up is kept only until that one is done, so that a summary never depends on where evaluation happened to enter a cycle. This is
 * the tabling of strongly connected components, as in Chen and Warren, <i>Tabled evaluation with delaying</i> (1996).
 */
final class Activations {

    private static final int DEEPEST = 220;
    private static final int MOST_OF_ONE_FUNCTION = 4;
    private static final int MOST_OF_ONE_DEFINITION = 40;
    private static final int MOST_ROUNDS = 3;

    private final Interpreter interpreter;
    private final Map<Key, Summary> summaries = new HashMap<>();
    private final Map<Key, Activation> activations = new HashMap<>();
    private final Map<Key, Provisional> provisional = new HashMap<>();
    private final Map<Key, Running> running = new HashMap<>();
    private final List<Running> stack = new ArrayList<>();
    private final Map<Object, Activation> decorated = new HashMap<>();
    private final Map<Parameter, Value> defaults = new IdentityHashMap<>();
    private int lowest = Integer.MAX_VALUE;
    private int provisionals;

    Activations(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** What running a function with some arguments gives, does, and writes to its own object's attributes. */
    record Summary(
            Activation activation,
            Value value,
            Value yields,
            boolean completes,
            Value raised,
            Map<String, Value> writes) {}

    private record Key(PyFunction function, Bindings captured, Bindings arguments) {}

    /** Something being found out; levels grow with the depth of the stack, and a goal stands above its frame. */
    record Goal(int level, int outerLowest, int started) {}

    /** A result that rests on something still being found out, the lowest level of which is given. */
    private record Provisional(Summary summary, int lowest, int order) {}

    private record DecoratedKey(PyFunction function, Behavior behavior) {}

    private static final class Running {
        private final Activation activation;
        private final PyFunction function;
        private final int depth;
        private Frame frame;
        private Value assumed = Value.NOTHING;
        private Map<String, Value> assumedWrites = Map.of();
        private boolean relied;

        Running(Activation activation, PyFunction function, int depth, Frame frame) {
            this.activation = activation;
            this.function = function;
            this.depth = depth;
            this.frame = frame;
        }

        boolean isAssumed(Summary summary) {
            return summary.value().equals(assumed) && summary.writes().equals(assumedWrites);
        }
    }

    int size() {
        return summaries.size();
    }

    /**
     * Starts finding out something other than an activation that may come to rest on itself: an attribute's value.
     *
     * @return to be given to {@link #forget} and {@link #leave}
     */
    Goal enter() {
        Goal goal = new Goal(2 * stack.size() + 1, lowest, provisionals);
        lowest = Integer.MAX_VALUE;
        return goal;
    }

    /** Notes that what is being evaluated rests on the goal. */
    void rely(Goal goal) {
        lowest = Math.min(lowest, goal.level());
    }

    /** Drops results that may rest on what was assumed of the goal. */
    void forget(Goal goal) {
        forgetSince(goal.started());
    }

    private void forgetSince(int started) {
        provisional.values().removeIf(found -> found.order() >= started);
    }

    /** @return whether the result rests on nothing that is still being found out */
    boolean leave(Goal goal) {
        boolean settled = lowest >= goal.level();
        if (lowest == goal.level()) {
            forget(goal);
        }
        lowest = settled ? goal.outerLowest() : Math.min(lowest, goal.outerLowest());
        return settled;
    }

    Outcome invoke(Atom.Closure closure, Arguments arguments, Link link) {
        interpreter.ledger().resolved(link);
        return outcome(summary(closure, arguments), link);
    }

    private static Outcome outcome(Summary summary, Link link) {
        Behavior call = new Behavior.Invocation(link, summary.activation(), Optional.empty());
        Value raised = summary.completes() ? Value.NOTHING : summary.raised();
        return new Outcome(summary.value(), call, summary.completes(), raised);
    }

    /** A call of a decorated function: a node of the function's name above what the decorators made of it. */
    Outcome invokeDecorated(Atom.Decorated callee, Arguments arguments, Link link) {
        interpreter.ledger().resolved(link);
        PyFunction function = callee.function();
        Link wrapper = Link.exact(EdgeKind.DECORATOR, function.place(), link.callText());
        Outcome inner = interpreter.calls().call(callee.made(), arguments, wrapper);
        DecoratedKey key = new DecoratedKey(function, inner.behavior());
        Activation activation = decorated.computeIfAbsent(key, same -> {
            Activation made = new Activation(function.definition().qualifiedName(), function.place(), "");
            made.complete(inner.behavior());
            return made;
        });
        return inner.behavior(new Behavior.Invocation(link, activation, Optional.empty()));
    }

    Summary summary(Atom.Closure closure, Arguments arguments) {
        Bindings bound = ArgumentBinder.bind(closure.function(), arguments, parameter -> defaultOf(closure, parameter));
        return summary(closure.function(), closure.captured(), Widening.bound(bound));
    }

    Map<String, Value> writes(Atom.Closure closure, Arguments arguments) {
        return summary(closure, arguments).writes();
    }

    /** Runs a constructor for the arguments that the instance is known by. */
    Outcome construct(Atom.Closure constructor, Atom.Instance instance, Link link) {
        interpreter.ledger().resolved(link);
        return outcome(constructed(constructor, instance), link);
    }

    private Summary constructed(Atom.Closure constructor, Atom.Instance instance) {
        Map<String, Value> bound = new TreeMap<>();
        List<Parameter> parameters = constructor.function().definition().parameters();
        for (Parameter parameter : parameters) {
            Value given = instance.construction().get(parameter.name());
            bound.put(parameter.name(), given.isNothing() ? defaultOf(constructor, parameter) : given);
        }
        if (!parameters.isEmpty()) {
            bound.put(parameters.get(0).name(), Value.of(instance));
        }
        return summary(constructor.function(), constructor.captured(), Bindings.of(bound));
    }

    Map<String, Value> constructorWrites(Atom.Instance instance) {
        return interpreter
                .classes()
                .member(instance.type(), Optional.empty(), "__init__")
                .flatMap(member -> member.value().atoms().stream()
                        .map(interpreter.functions()::undecorated)
                        .flatMap(Optional::stream)
                        .findFirst())
                .map(constructor -> constructed(constructor, instance).writes())
                .orElse(Map.of());
    }

    private Value defaultOf(Atom.Closure closure, Parameter parameter) {
        String kept = Functions.defaultOf(parameter);
        return closure.captured().has(kept) ? closure.captured().get(kept) : defaultOf(closure.function(), parameter);
    }

    private Value defaultOf(PyFunction function, Parameter parameter) {
        Value known = defaults.get(parameter);
        if (known != null) {
            return known;
        }
        Value value = parameter
                .defaultValue()
                .map(expression -> interpreter.modules().evaluate(function.module(), expression))
                .orElseGet(() -> withoutDefault(parameter));
        defaults.put(parameter, value);
        return value;
    }

    private static Value withoutDefault(Parameter parameter) {
        return switch (parameter.kind()) {
            case VARIADIC -> Value.of(new Atom.Tuple(List.of()));
            case KEYWORDS -> Value.of(new Atom.Dictionary(Bindings.EMPTY, Value.DATA));
            default -> Value.UNKNOWN;
        };
    }

    private Summary summary(PyFunction function, Bindings captured, Bindings arguments) {
        Key key = new Key(function, captured, arguments);
        Summary known = summaries.get(key);
        if (known == null) {
            Provisional found = provisional.get(key);
            if (found != null) {
                lowest = Math.min(lowest, found.lowest());
                known = found.summary();
            }
        }
        if (known == null) {
            Optional<Running> again = recursion(key);
            known = again.map(this::assumed).orElseGet(() -> run(key));
        }
        inheritWrites(known, function, captured, arguments);
        return known;
    }

    private Optional<Running> recursion(Key key) {
        Running same = running.get(key);
        if (same != null) {
            return Optional.of(same);
        }
        Running nearest = null;
        int count = 0;
        int definitions = 0;
        for (Running entry : stack) {
            if (entry.function.equals(key.function())) {
                definitions++;
                // Wrappers that one decorator made of several functions nest without being recursive.
                if (entry.frame.captured().equals(key.captured())) {
                    nearest = entry;
                    count++;
                }
            }
        }
        boolean recursive = count >= MOST_OF_ONE_FUNCTION || definitions >= MOST_OF_ONE_DEFINITION;
        return recursive || stack.size() >= DEEPEST ? Optional.ofNullable(nearest) : Optional.empty();
    }

    private Summary assumed(Running entry) {
        entry.relied = true;
        lowest = Math.min(lowest, entry.depth);
        return new Summary(entry.activation, entry.assumed, Value.NOTHING, true, Value.NOTHING, entry.assumedWrites);
    }

    private Summary run(Key key) {
        PyFunction function = key.function();
        Activation activation = activations.computeIfAbsent(
                key,
                same -> new Activation(
                        function.definition().qualifiedName(),
                        function.place(),
                        Contexts.text(function, key.arguments())));
        if (stack.size() >= DEEPEST) {
            Link entry = Link.exact(
                    EdgeKind.DIRECT, function.place(), function.definition().qualifiedName());
            activation.complete(new Behavior.Unresolved(entry, "calls nest too deeply"));
            return new Summary(activation, Value.UNKNOWN, Value.UNKNOWN, true, Value.NOTHING, Map.of());
        }
        int outerLowest = lowest;
        lowest = Integer.MAX_VALUE;
        Running entry = new Running(activation, function, 2 * stack.size() + 2, frame(key));
        running.put(key, entry);
        stack.add(entry);
        int started = provisionals;
        Summary summary = execute(entry);
        for (int round = 1; round < MOST_ROUNDS && entry.relied && !entry.isAssumed(summary); round++) {
            entry.assumed = summary.value();
            forgetSince(started);
            entry.assumedWrites = summary.writes();
            entry.frame = frame(key);
            summary = execute(entry);
        }
        stack.remove(stack.size() - 1);
        running.remove(key);
        settle(key, summary, entry.depth, outerLowest);
        return summary;
    }

    private void settle(Key key, Summary summary, int depth, int outerLowest) {
        if (lowest >= depth) {
            summaries.put(key, summary);
            if (lowest == depth) {
                provisional.values().removeIf(found -> found.lowest() >= depth);
            }
            lowest = outerLowest;
        } else {
            provisional.put(key, new Provisional(summary, lowest, provisionals++));
            lowest = Math.min(lowest, outerLowest);
        }
    }

    private static Frame frame(Key key) {
        return new Frame(
                key.function().module(),
                Optional.of(key.function()),
                Optional.empty(),
                key.captured(),
                key.arguments());
    }

    private Summary execute(Running entry) {
        Frame frame = entry.frame;
        new Statements(interpreter, frame)
                .run(entry.function.definition().body().block());
        boolean completes = frame.state().reachable() || frame.comesBack();
        Value value = frame.state().reachable() ? frame.returned().join(Value.NONE) : frame.returned();
        if (entry.function.definition().generator()) {
            value = Value.of(new Atom.Elements(frame.yielded()));
            completes = true;
        }
        entry.activation.complete(frame.behavior());
        return new Summary(
                entry.activation, value, frame.yielded(), completes, frame.raised(), Map.copyOf(frame.writes()));
    }

    /** A method called on the running method's own object writes attributes of that object. */
    private void inheritWrites(Summary summary, PyFunction function, Bindings captured, Bindings arguments) {
        if (stack.isEmpty() || summary.writes().isEmpty() || function.owner().isEmpty()) {
            return;
        }
        Frame caller = stack.get(stack.size() - 1).frame;
        Optional<Atom> self = Frame.receiver(function, captured, arguments);
        if (self.isPresent() && caller.self().equals(self)) {
            summary.writes().forEach(caller::write);
        }
    }
}
