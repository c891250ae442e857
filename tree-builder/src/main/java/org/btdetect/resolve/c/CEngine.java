package org.btdetect.resolve.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.btdetect.program.Parameter;
import org.btdetect.summary.Activation;
import org.btdetect.tree.Place;

/**
 * Abstract interpretation of a C program from the entry points that it is asked for.
 *
 * <p>The result is a graph of activations: functions with those arguments that can matter (see {@link Relevance}), each
 * interpreted once. An activation's behaviour depends on its own function and arguments alone: calls in it refer to other
 * activations, and what calls return is looked up to a fixed depth (see {@link ReturnValues}). So the graph is the same
 * whatever else was entered before, in whatever order and on however many threads, and recursion is a cycle in it.
 *
 * <p>{@link #enter} may be called from any thread while another runs {@link #complete}.
 */
public final class CEngine {

    private record Key(Definition definition, List<CValue> arguments) {}

    private record Pending(Key key, Activation activation) {}

    private final CProgram program;
    private final Interpreter interpreter;
    private final Relevance relevance;
    private final boolean exhaustive;
    private final Map<Key, Activation> activations = new ConcurrentHashMap<>();
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private final Queue<Activation> done = new ConcurrentLinkedQueue<>();

    public CEngine(CProgram program, COptions options) {
        this.program = program;
        this.exhaustive = options.exhaustive();
        this.interpreter = new Interpreter(program, options, this::activation);
        this.relevance = new Relevance(interpreter);
    }

    /**
     * Asks for a function with external linkage. The activation is complete once {@link #complete} has returned.
     *
     * @param arguments what is known of them; may be shorter than the parameters
     * @return empty if no such function is defined
     */
    public Optional<Activation> enter(String function, List<CValue> arguments) {
        List<Definition> definitions = program.functions(function, "");
        return definitions.stream()
                .filter(interpreter::matters)
                .findFirst()
                .or(() -> definitions.stream().findFirst())
                .map(definition -> activation(definition, arguments));
    }

    /** Asks for a function of the program, static ones included, with arguments of which nothing is known. */
    public Activation enter(Definition definition) {
        return activation(definition, List.of());
    }

    private Activation activation(Definition definition, List<CValue> arguments) {
        Key key = new Key(definition, relevance.project(definition, arguments));
        return activations.computeIfAbsent(key, this::create);
    }

    private Activation create(Key key) {
        Definition definition = key.definition();
        Place place = new Place(program.component(), definition.file(), definition.line());
        Activation activation = new Activation(definition.name(), place, context(key));
        pending.add(new Pending(key, activation));
        return activation;
    }

    private static String context(Key key) {
        List<Parameter> parameters = key.definition().function().parameters();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < key.arguments().size(); i++) {
            if (!key.arguments().get(i).isUnknown()) {
                known.add(parameters.get(i).name() + "="
                        + key.arguments().get(i).toString().replaceAll("@[^|]*", ""));
            }
        }
        return known.stream().collect(Collectors.joining(", "));
    }

    /** Interprets until every activation that was asked for, by callers or by other activations, is complete. */
    public void complete() {
        interpretPending();
        if (!exhaustive) {
            Pruning.prune(List.copyOf(done));
            done.clear();
        }
    }

    /** Interprets what has been asked for so far, ahead of {@link #complete}; may run while more is asked for. */
    public void interpretPending() {
        Pending next = pending.poll();
        while (next != null) {
            Definition definition = next.key().definition();
            Frame frame = new Frame(definition, program.component(), ReturnValues.DEPTH, true);
            next.activation()
                    .complete(interpreter.interpret(definition, next.key().arguments(), frame));
            done.add(next.activation());
            next = pending.poll();
        }
    }

    /** How many activations were asked for. */
    public int size() {
        return activations.size();
    }
}
