package org.btdetect.associate.python;

import java.util.Map;
import java.util.Optional;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Place;

/**
 * What leaves records beside the database's contents: a method of a logger of {@code logging} or {@code oslo_log}, a notification
 * by {@code oslo_messaging}, an instance action and its events.
 */
public final class LogRecords implements LibraryModel {

    private static final String LOGGER = "getLogger().";
    private static final String NOTIFIER = "oslo_messaging.Notifier().";

    /** Methods of instance actions that make a record, to the name of the argument that names it and that argument's place. */
    private static final Map<String, Named> ACTIONS = Map.of(
            "InstanceAction.action_start", new Named("instance-action", "action_name", 3),
            "InstanceActionEvent.event_start", new Named("instance-event", "event_name", 3));

    private static final Named NOTIFICATION = new Named("notification", "event_type", 1);

    /** Where a call names the record that it leaves. */
    private record Named(String kind, String argument, int place) {
        Behavior in(Arguments arguments, Place at) {
            Value name = arguments.get(place, argument).orElse(Value.NOTHING);
            return Behavior.sequence(name.atoms().stream()
                    .flatMap(atom -> Value.of(atom).asText().stream())
                    .<Behavior>map(text -> new Behavior.Recorded(at, kind + ":" + text))
                    .toList());
        }
    }

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        Place at = call.link().evidence();
        if (call.path().endsWith(LOGGER + call.name())) {
            return given(call, new Behavior.Recorded(at));
        }
        return call.path().equals(NOTIFIER + call.name())
                ? given(call, NOTIFICATION.in(call.arguments(), at))
                : Optional.empty();
    }

    private static Optional<Outcome> given(ExternalCall call, Behavior record) {
        return Optional.of(Outcome.of(Value.of(new Atom.External(call.path() + "()")), record));
    }

    /** The records that a method of a versioned object leaves, the class being its first argument. */
    static Behavior of(String method, Arguments arguments, Place at) {
        Named named = ACTIONS.get(method);
        return named == null ? Behavior.NOTHING : named.in(arguments, at);
    }
}
