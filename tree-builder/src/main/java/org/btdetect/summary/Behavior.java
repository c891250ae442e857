package org.btdetect.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;

/**
 * A term for what a piece of code may do: calls and boundary operations under control operators.
 * The term denotes a set of sequences of operations; every construction below over-approximates what the code does.
 */
public sealed interface Behavior {

    /** Nothing that matters to a tree. */
    Behavior NOTHING = new Sequence(List.of());

    /** The parts in order. */
    record Sequence(List<Behavior> parts) implements Behavior {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Exactly one of the branches. */
    record Choice(List<Branch> branches) implements Behavior {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    /** A branch with the condition under which it is taken, as text; empty where it has none. */
    record Branch(String guard, Behavior body) {}

    /** The body any number of times; at least once if {@code atLeastOnce}. */
    record Loop(String guard, Behavior body, boolean atLeastOnce) implements Behavior {}

    /** The body happens only while an exception or error return is being handled. */
    record Failure(String guard, Behavior body) implements Behavior {}

    /** The body runs on its own (thread, cast, worker) and may outlive what started it. */
    record Detached(Behavior body) implements Behavior {}

    /** A call of a function of the program; {@code enters} where the callee runs in another layer. */
    record Invocation(Link link, Activation target, Optional<Layer> enters) implements Behavior {}

    /** {@code target} runs around {@code body}: a context manager; the body stands where the target has its {@link Hole}. */
    record Enclosure(Link link, Activation target, Behavior body) implements Behavior {}

    /** Where the body of an {@link Enclosure} runs. */
    record Hole() implements Behavior {}

    /**
     * An operation that ends the way down: a QMP command without a known handler, an executed command, a signal, a file access.
     *
     * @param layer the layer that performs it
     * @param name what is done, {@code system_powerdown}, {@code qemu-img convert}, {@code SIGTERM}, {@code unlink}
     * @param arguments the arguments' shape; empty where unknown
     * @param auxiliary whether it only reads
     */
    record Operation(Link link, Layer layer, String name, String arguments, boolean auxiliary) implements Behavior {}

    /** A call that could not be resolved; kept, counted and listed. */
    record Unresolved(Link link, String reason) implements Behavior {}

    /**
     * A statement that may leave a record; no part of a tree, but evidence of what is.
     *
     * @param text the record, {@code notification:compute.instance.exists}, where it does not follow from the statement alone;
     *     else empty
     */
    record Recorded(Place at, String text) implements Behavior {
        public Recorded(Place at) {
            this(at, "");
        }
    }

    static Behavior sequence(List<Behavior> parts) {
        List<Behavior> flat = new ArrayList<>();
        for (Behavior part : parts) {
            if (part instanceof Sequence inner) {
                flat.addAll(inner.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : flat.isEmpty() ? NOTHING : new Sequence(flat);
    }

    static Behavior sequence(Behavior... parts) {
        return sequence(List.of(parts));
    }

    /** A choice; nothing if no branch does anything, the branch itself if it is the only one. */
    static Behavior choice(List<Branch> branches) {
        for (Branch branch : branches) {
            if (branch.body() != NOTHING) {
                return branches.size() == 1 ? branch.body() : new Choice(branches);
            }
        }
        return NOTHING;
    }

    /** The body or nothing. */
    static Behavior optional(String guard, Behavior body) {
        return choice(List.of(new Branch(guard, body), new Branch("", NOTHING)));
    }

    static Behavior loop(String guard, Behavior body, boolean atLeastOnce) {
        return body == NOTHING ? NOTHING : new Loop(guard, body, atLeastOnce);
    }

    static Behavior failure(String guard, Behavior body) {
        return body == NOTHING ? NOTHING : new Failure(guard, body);
    }

    static Behavior detached(Behavior body) {
        return body == NOTHING ? NOTHING : new Detached(body);
    }
}
