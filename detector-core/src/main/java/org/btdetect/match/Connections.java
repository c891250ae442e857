package org.btdetect.match;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.btdetect.event.Event;
import org.btdetect.event.EventKind;
import org.btdetect.event.Source;
import org.jspecify.annotations.Nullable;

/**
 * The connections to the virtualization daemon, and which of them is the service's.
 *
 * <p>The daemon's log does not say who is behind a connection. The service holds one for its lifetime, and what it changes
 * over it is what executions that are open ask for: it is the connection with most calls that an open execution explains
 * and, as long as there is none, that with most calls. One that was used for a change that no tree has is not the service's.
 */
final class Connections {
    private static final int MOST = 1 << 16;
    private static final long REST = 1_000_000;
    private static final long IDLE = 600_000_000;

    /** A connection. */
    private static final class Connection {
        private static final Comparator<Connection> RANK =
                Comparator.comparingLong((Connection one) -> one.explained).thenComparingLong(one -> one.calls);

        private final Source daemon;
        private long began = Long.MAX_VALUE;
        private long ended = Long.MIN_VALUE;
        private long calls;
        private long explained;
        private boolean isForeign;
        private boolean isClosed;

        private Connection(Source daemon) {
            this.daemon = daemon;
        }

        private boolean isOpenAt(long micros) {
            return began <= micros + REST && ended + (isClosed ? REST : IDLE) >= micros;
        }

        private boolean outranks(Connection other) {
            return !isForeign && (other.isForeign || RANK.compare(this, other) > 0);
        }
    }

    private final Catalogue catalogue;
    private final Map<Source, Map<String, Connection>> byClient = new HashMap<>();
    private final Map<Source, Connection> services = new HashMap<>();

    Connections(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Takes notice of a record as soon as it is read. */
    void note(Event event) {
        if (event.link().client().isEmpty()) {
            return;
        }
        Source daemon = event.source();
        Connection connection = byClient.computeIfAbsent(daemon, key -> new Bounded<>(MOST))
                .computeIfAbsent(event.link().client(), key -> new Connection(daemon));
        connection.began = Math.min(connection.began, event.time().micros());
        connection.ended = Math.max(connection.ended, event.time().micros());
        connection.isClosed |= event.kind() == EventKind.CONNECTION && event.phase() == Event.Phase.END;
        if (event.kind() == EventKind.API_CALL && event.phase() == Event.Phase.BEGIN) {
            connection.calls++;
            connection.isForeign |= !catalogue.isRead(event.operation()) && !catalogue.isPlanned(event.operation());
            promote(connection);
        }
    }

    /** A call was made that an open execution explains. */
    void explained(Event event) {
        Connection connection = connection(event);
        if (connection != null) {
            connection.explained++;
            promote(connection);
        }
    }

    private void promote(Connection connection) {
        Connection service = services.get(connection.daemon);
        if (service == null || connection.outranks(service)) {
            services.put(connection.daemon, connection);
        }
    }

    /** Returns whether a record is of the service's connection. */
    boolean isService(Event event) {
        Connection connection = connection(event);
        if (connection == null || connection.isForeign) {
            return false;
        }
        Connection service = services.get(connection.daemon);
        return connection == service
                || service == null
                || isSuccessor(connection, service, event.time().micros());
    }

    /** A service that was started anew has another connection, while that with most calls is no longer used. */
    private boolean isSuccessor(Connection connection, Connection service, long micros) {
        return !service.isOpenAt(micros)
                && byClient.getOrDefault(connection.daemon, Map.of()).values().stream()
                        .filter(other -> other.isOpenAt(micros))
                        .noneMatch(other -> other.outranks(connection));
    }

    private @Nullable Connection connection(Event event) {
        return byClient.getOrDefault(event.source(), Map.of()).get(event.link().client());
    }
}
