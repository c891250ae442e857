package org.btdetect.match;

import java.util.HashMap;
import java.util.Map;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;

/**
 * The connections to the virtualization daemon, and which of them is the service's.
 *
 * <p>The daemon's log does not say who is behind a connection. The service holds one for its lifetime, asks for the same
 * few things all the time, and asks for nothing that its trees do not have: of the connections that are open at a time and
 * were never used for anything else, it is the one with most calls.
 */
final class Connections {
    private static final int MOST = 1 << 16;

    /** A connection. */
    static final class Connection {
        private final String daemon;
        private long began = Long.MAX_VALUE;
        private long ended = Long.MIN_VALUE;
        private long calls;
        private boolean isForeign;

        private Connection(String daemon) {
            this.daemon = daemon;
        }

        private boolean isOpenAt(long micros, long slack) {
            return began <= micros + slack && ended + slack >= micros;
        }
    }

    private final Catalogue catalogue;
    private final Map<String, Connection> byClient = new Bounded<>(MOST);
    private final Map<String, Connection> services = new HashMap<>();

    Connections(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Takes notice of a record as soon as it is read. */
    void note(Event event) {
        if (event.link().client().isEmpty()) {
            return;
        }
        String daemon = event.source().host() + "/" + event.source().service();
        Connection connection = byClient.computeIfAbsent(key(event), key -> new Connection(daemon));
        connection.began = Math.min(connection.began, event.time().micros());
        connection.ended = Math.max(connection.ended, event.time().micros());
        if (event.kind() == EventKind.API_CALL && event.phase() == Event.Phase.BEGIN) {
            connection.calls++;
            connection.isForeign |= !catalogue.isPlanned(event.operation()) && !event.operation().startsWith("virConnect");
            Connection service = services.get(daemon);
            if (!connection.isForeign && (service == null || connection.calls > service.calls || service.isForeign)) {
                services.put(daemon, connection);
            }
        }
    }

    /** Returns whether a record is of the service's connection. */
    boolean isService(Event event) {
        Connection connection = byClient.get(key(event));
        if (connection == null || connection.isForeign) {
            return false;
        }
        Connection service = services.get(connection.daemon);
        return connection == service || service == null || isSuccessor(connection, service, event.time().micros());
    }

    /** A service that was started anew has another connection, while that with most calls is no longer used. */
    private boolean isSuccessor(Connection connection, Connection service, long micros) {
        if (service.isOpenAt(micros, 1_000_000)) {
            return false;
        }
        return byClient.values().stream()
                .filter(other -> other.daemon.equals(connection.daemon) && !other.isForeign)
                .filter(other -> other.isOpenAt(micros, 0))
                .allMatch(other -> other.calls <= connection.calls);
    }

    private static String key(Event event) {
        return event.source().host() + "/" + event.source().service() + "/" + event.link().client();
    }
}
