package org.btdetect.associate.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.summary.Link;
import org.btdetect.tree.EdgeKind;

/**
 * Queues of the standard library and of {@code eventlet}, told apart by where they are made: what is put into one wakes the threads
 * that take from it; a function that is put is called by them.
 */
public final class Queues implements LibraryModel {

    private static final String KIND = "message-queue";
    static final String TAKEN = "queue.Queue().get()";

    private final ServiceThreads threads;

    public Queues(ServiceThreads threads) {
        this.threads = threads;
    }

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().startsWith(KIND + ".") && call.receiver().isPresent()) {
            Atom.Modeled queue = (Atom.Modeled) call.receiver().get();
            return onQueue(call, queue.part(0).asText().orElse(""));
        }
        return call.path().endsWith(".Queue") || call.path().endsWith(".LightQueue")
                ? Optional.of(Outcome.of(Value.of(new Atom.Modeled(
                        KIND, List.of(Value.text(call.link().evidence().toString()))))))
                : Optional.empty();
    }

    private Optional<Outcome> onQueue(ExternalCall call, String queue) {
        return switch (call.name()) {
            case "get", "get_nowait" -> {
                threads.waitsAt(queue);
                yield Optional.of(Outcome.of(Value.of(new Atom.External(TAKEN))));
            }
            case "put", "put_nowait" -> Optional.of(Outcome.of(Value.NONE, put(call, queue)));
            default -> Optional.of(Outcome.of(Value.DATA));
        };
    }

    private Behavior put(ExternalCall call, String queue) {
        Link link = call.link().ofKind(EdgeKind.THREAD);
        List<Behavior> woken = new ArrayList<>();
        if (Concurrency.isCallable(call.arguments().first())) {
            woken.add(call.interpreter()
                    .call(call.arguments().first(), Arguments.NONE, link)
                    .behavior());
        }
        for (ServiceThreads.Thread thread : threads.waitingAt(queue)) {
            woken.add(call.interpreter()
                    .call(thread.function(), thread.arguments(), link)
                    .behavior());
        }
        return Behavior.detached(Behavior.sequence(woken));
    }
}
