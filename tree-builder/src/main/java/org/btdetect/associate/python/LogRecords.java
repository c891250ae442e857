package org.btdetect.associate.python;

import java.util.Optional;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.summary.Behavior;

/** {@code logging} and {@code oslo_log}: a call of a logger's method may leave a record. */
public final class LogRecords implements LibraryModel {

    private static final String LOGGER = "getLogger().";

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (!call.path().endsWith(LOGGER + call.name())) {
            return Optional.empty();
        }
        Value given = Value.of(new Atom.External(call.path() + "()"));
        return Optional.of(Outcome.of(given, new Behavior.Recorded(call.link().evidence())));
    }
}
