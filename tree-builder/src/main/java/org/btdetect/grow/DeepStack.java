package org.btdetect.grow;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs work whose recursion is as deep as the calls of the program that it interprets. */
final class DeepStack {

    private static final long BYTES = 1L << 29;

    private DeepStack() {}

    /** Runs the work in a thread of its own and gives its result, or throws what it threw. */
    static <T> T call(String name, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
            }
        };
        start(name, task);
        return join(result);
    }

    /** Starts a thread that does not keep the program alive. */
    static void start(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, BYTES);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for a result and gives it, or throws what its computation threw. */
    static <T> T join(CompletableFuture<T> result) {
        try {
            return result.join();
        } catch (CompletionException failure) {
            throw cause(failure);
        }
    }

    /** Runs the task if nobody has begun it, waits for its result and gives it, or throws what its computation threw. */
    static <T> T join(FutureTask<T> task) {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw cause(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }

    private static RuntimeException cause(Exception failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(failure.getCause());
    }
}
