package org.btdetect.grow;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/** One thread that works ahead of another. Nobody waits for it: what it has not begun when it is closed is dropped. */
final class ReadAhead implements Executor, AutoCloseable {

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "ahead");

    ReadAhead() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.interrupted()) {
                tasks.take().run();
            }
        } catch (InterruptedException closed) {
            tasks.clear();
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
