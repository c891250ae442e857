package org.btdetect.grow;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The C half beside the Python half: the sources are scanned while Python is read, and functions are interpreted as they are asked
 * for. What is found does not depend on who is faster.
 */
final class Ahead implements AutoCloseable {

    private static final long PAUSE = 2_000_000;

    private final CompletableFuture<Optional<NativeCode>> code = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private volatile boolean stopped;

    /** Starts a thread that opens the code and then interprets whatever is asked of it. */
    Ahead(Supplier<Optional<NativeCode>> open) {
        DeepStack.start("native", () -> run(open));
    }

    private void run(Supplier<Optional<NativeCode>> open) {
        try {
            Optional<NativeCode> opened = open.get();
            code.complete(opened);
            while (!stopped && opened.isPresent()) {
                opened.get().interpretPending();
                LockSupport.parkNanos(PAUSE);
            }
            opened.ifPresent(NativeCode::complete);
            done.complete(null);
        } catch (RuntimeException | Error failure) {
            code.completeExceptionally(failure);
            done.completeExceptionally(failure);
        }
    }

    /** The code, once it is open; empty if the stack has none. */
    Optional<NativeCode> code() {
        return DeepStack.join(code);
    }

    /** Waits until all that was asked for is complete. */
    void finish() {
        stopped = true;
        DeepStack.join(done);
    }

    /** Lets the thread end, however the work beside it ended. */
    @Override
    public void close() {
        stopped = true;
    }
}
