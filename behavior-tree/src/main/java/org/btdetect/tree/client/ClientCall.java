package org.btdetect.tree.client;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.btdetect.tree.Place;

/**
 * A command of a shell or a method of a library, and what it asks for.
 *
 * @param client the client's component, such as {@code novaclient}
 * @param kind what a user types or calls
 * @param name as the user knows it: {@code server stop}, {@code ServerManager.stop}
 * @param place where it is defined
 * @param requests what it may send, sorted
 * @param actions the actions that it is there to start: not those that it only looks things up by; sorted
 * @param reason why there are no actions, empty where there are
 */
public record ClientCall(
        String client,
        Kind kind,
        String name,
        Place place,
        List<ClientRequest> requests,
        List<String> actions,
        String reason)
        implements Comparable<ClientCall> {
    private static final Comparator<ClientCall> ORDER = Comparator.comparing(ClientCall::client)
            .thenComparing(ClientCall::kind)
            .thenComparing(ClientCall::name)
            .thenComparing(ClientCall::place);

    /** What a user does. */
    public enum Kind {
        /** Types a shell command. */
        COMMAND,
        /** Calls a library's method. */
        METHOD;

        /** Returns the lower-case text that stands for this kind in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Sorts requests and actions, and rejects a call with neither actions nor a reason. */
    public ClientCall {
        requests = requests.stream().distinct().sorted().toList();
        actions = actions.stream().distinct().sorted().toList();
        if (actions.isEmpty() == reason.isEmpty()) {
            throw new IllegalArgumentException(name + " needs either actions or a reason for having none");
        }
    }

    @Override
    public int compareTo(ClientCall other) {
        return ORDER.compare(this, other);
    }
}
