package org.btdetect.associate.python;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/** Libraries that run a function they are given: threads, pools, executors, looping calls, native-thread proxies. */
public final class Concurrency implements LibraryModel {

    /** How the function runs. */
    private enum Mode {
        /** On its own; the caller goes on. */
        DETACHED,
        /** Now, its result is the call's. */
        AWAITED,
        /** Again and again until it says that it is done. */
        REPEATED
    }

    /**
     * One library function that runs its argument.
     *
     * @param path its dotted path, or the end of it after a {@code *}
     * @param position which argument is the function; those behind it are passed to it
     * @param keyword the keyword by which the function may be passed instead
     */
    private record Runner(String path, int position, String keyword, Mode mode) {
        boolean isNamedByItsEnd() {
            return path.startsWith("*");
        }
    }

    private static final List<Runner> RUNNERS = List.of(
            new Runner("eventlet.spawn", 0, "func", Mode.DETACHED),
            new Runner("eventlet.spawn_n", 0, "func", Mode.DETACHED),
            new Runner("eventlet.spawn_after", 1, "func", Mode.DETACHED),
            new Runner("eventlet.greenthread.spawn", 0, "func", Mode.DETACHED),
            new Runner("eventlet.greenthread.spawn_n", 0, "func", Mode.DETACHED),
            new Runner("eventlet.greenthread.spawn_after", 1, "func", Mode.DETACHED),
            new Runner("eventlet.tpool.execute", 0, "meth", Mode.AWAITED),
            new Runner("eventlet.tpool.proxy_call", 1, "f", Mode.AWAITED),
            new Runner("threading.Thread", -1, "target", Mode.DETACHED),
            new Runner("threading.Timer", 1, "function", Mode.DETACHED),
            new Runner("*native_threading.Thread", -1, "target", Mode.DETACHED),
            new Runner("*.submit", 0, "fn", Mode.DETACHED),
            new Runner("*Pool().spawn_n", 0, "function", Mode.DETACHED),
            new Runner("*Pool().spawn", 0, "function", Mode.DETACHED),
            new Runner("*ThreadGroup().add_thread", 0, "callback", Mode.DETACHED),
            new Runner("*ThreadGroup().add_timer", 1, "callback", Mode.DETACHED),
            new Runner("*LoopingCall", 0, "f", Mode.REPEATED),
            new Runner("*LoopingCallWithTimeout", 0, "f", Mode.REPEATED),
            new Runner("*BackOffLoopingCall", 0, "f", Mode.REPEATED));

    private static final String DONE = "LoopingCallDone";

    private static final Map<String, Runner> BY_PATH = RUNNERS.stream()
            .filter(runner -> !runner.isNamedByItsEnd())
            .collect(Collectors.toUnmodifiableMap(Runner::path, runner -> runner));

    private static final List<Runner> BY_END =
            RUNNERS.stream().filter(Runner::isNamedByItsEnd).toList();

    private final ServiceThreads threads;
    private final boolean apart;

    /** Every thread is part of what starts it. */
    public Concurrency() {
        this.threads = new ServiceThreads();
        this.apart = false;
    }

    /** @param threads hears of the threads that are started; one that never ends is no part of what starts it */
    public Concurrency(ServiceThreads threads) {
        this.threads = threads;
        this.apart = true;
    }

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().equals("eventlet.tpool.Proxy")) {
            return Optional.of(Outcome.of(call.arguments().first()));
        }
        return runner(call.path())
                .flatMap(runner -> call.arguments()
                        .get(runner.position(), runner.keyword())
                        .filter(Concurrency::isCallable)
                        .map(value -> run(call, runner, value)));
    }

    private static Optional<Runner> runner(String called) {
        Runner exact = BY_PATH.get(called);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (Runner runner : BY_END) {
            String path = runner.path();
            if (called.regionMatches(called.length() - path.length() + 1, path, 1, path.length() - 1)) {
                return Optional.of(runner);
            }
        }
        return Optional.empty();
    }

    static boolean isCallable(Value value) {
        return value.atoms().stream()
                .anyMatch(atom -> atom instanceof Atom.Closure
                        || atom instanceof Atom.Decorated
                        || atom instanceof Atom.Method
                        || atom instanceof Atom.Partial
                        || atom instanceof Atom.External
                        || atom instanceof Atom.NativeMethod);
    }

    private Outcome run(ExternalCall call, Runner runner, Value function) {
        EdgeKind kind = runner.mode() == Mode.DETACHED ? EdgeKind.THREAD : EdgeKind.LIBRARY_MODEL;
        Link link = new Link(
                kind,
                call.link().evidence(),
                call.link().callText(),
                call.link().certainty());
        Arguments arguments = passedOn(call.arguments(), runner);
        Outcome outcome = runner.mode() == Mode.DETACHED
                ? threads.run(function, arguments, () -> call.interpreter().call(function, arguments, link))
                : call.interpreter().call(function, arguments, link);
        Value handle = Value.of(new Atom.External(call.path() + "()"));
        return switch (runner.mode()) {
            case AWAITED -> outcome;
            case DETACHED ->
                apart && ServiceThreads.neverEnds(outcome)
                        ? Outcome.of(handle)
                        : Outcome.of(handle, Behavior.detached(outcome.behavior()));
            case REPEATED -> Outcome.of(handle, Behavior.loop("until done", outcome.behavior(), true));
        };
    }

    private static Arguments passedOn(Arguments arguments, Runner runner) {
        if (runner.position() < 0) {
            Arguments given = Arguments.NONE;
            Optional<Value> tuple = arguments.get(-1, "args");
            return tuple.flatMap(value -> value.single(Atom.Tuple.class))
                    .map(elements -> Arguments.of(elements.elements().toArray(Value[]::new)))
                    .orElse(tuple.isPresent() ? Arguments.unknown() : given);
        }
        return arguments.drop(runner.position() + 1);
    }

    /** A function in a looping call ends the calls by raising {@code LoopingCallDone}. */
    @Override
    public boolean isCompletion(Atom exception) {
        return exception instanceof Atom.External external && external.path().endsWith(DONE + "()")
                || exception instanceof Atom.Instance instance
                        && instance.type().name().equals(DONE);
    }
}
