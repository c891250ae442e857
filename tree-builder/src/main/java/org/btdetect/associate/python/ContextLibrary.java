package org.btdetect.associate.python;

import java.util.List;
import java.util.Optional;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;

/** {@code contextlib}: generators as context managers; and managers that raise again what they were entered for. */
public final class ContextLibrary implements LibraryModel {

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (call.path().equals("contextlib.contextmanager")) {
            return Optional.of(Outcome.of(Value.of(
                    new Atom.Modeled("contextmanager", List.of(call.arguments().first())))));
        }
        if (call.path().equals("contextmanager.__call__") && call.receiver().isPresent()) {
            Atom.Modeled factory = (Atom.Modeled) call.receiver().get();
            return Optional.of(call.interpreter().manage(factory.part(0), call.arguments(), call.link()));
        }
        return Optional.empty();
    }

    /** {@code excutils.save_and_reraise_exception} raises again at its end. */
    @Override
    public boolean reraises(Atom manager) {
        return manager instanceof Atom.External external
                && external.path().endsWith("excutils.save_and_reraise_exception()");
    }
}
