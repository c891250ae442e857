package org.btdetect.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ForkJoinPool;

/** Runs work whose parallel streams shall use a given number of threads. */
final class InThreads {
    private InThreads() {}

    /** Work that reads or writes files. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T run(int threads, Work<T> work) throws IOException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                        try {
                            return work.run();
                        } catch (IOException failure) {
                            throw new UncheckedIOException(failure);
                        }
                    })
                    .join();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } finally {
            pool.shutdown();
        }
    }
}
