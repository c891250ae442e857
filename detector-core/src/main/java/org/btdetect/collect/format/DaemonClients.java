package org.btdetect.collect.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * The connections to the virtualization daemon and the calls that wait on them. A connection's pointer is reused after its
 * end, so that a connection is its pointer and a number.
 */
final class DaemonClients {
    private static final int MOST = 1 << 14;

    private final Map<String, Integer> epochs = new BoundedMap<>(MOST);
    private final Map<String, String> open = new BoundedMap<>(MOST);
    private final Map<String, Deque<String>> waiting = new BoundedMap<>(MOST);

    /** The daemon began anew: no connection of before is left. */
    void restarted() {
        open.clear();
        waiting.clear();
    }

    /** A connection begins. */
    String opened(String pointer) {
        int epoch = epochs.merge(pointer, 1, Integer::sum);
        String client = pointer + "#" + epoch;
        open.put(pointer, client);
        return client;
    }

    /** Returns the connection that has a pointer now. */
    String client(String pointer) {
        String client = open.get(pointer);
        if (client == null) {
            client = pointer + "#" + epochs.getOrDefault(pointer, 0);
            open.put(pointer, client);
        }
        return client;
    }

    /** A connection ends. */
    String closed(String pointer) {
        String client = client(pointer);
        open.remove(pointer);
        return client;
    }

    /** A call arrives. */
    void received(String pointer, String call) {
        Deque<String> clients = waiting.computeIfAbsent(call, key -> new ArrayDeque<>(1));
        if (clients.size() < MOST) {
            clients.add(client(pointer));
        }
    }

    /**
     * A worker takes a call.
     *
     * @param told the connection that the worker was told to have, empty if it was not; then the one that waits longest
     */
    String taken(String call, String told) {
        Deque<String> clients = waiting.get(call);
        if (clients == null) {
            return told;
        }
        String client = told;
        if (told.isEmpty()) {
            client = clients.poll();
        } else {
            clients.remove(told);
        }
        if (clients.isEmpty()) {
            waiting.remove(call);
        }
        return client;
    }
}
