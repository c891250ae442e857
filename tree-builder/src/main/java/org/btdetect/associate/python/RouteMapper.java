package org.btdetect.associate.python;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.btdetect.resolve.python.Arguments;
import org.btdetect.resolve.python.Atom;
import org.btdetect.resolve.python.LibraryModel;
import org.btdetect.resolve.python.Outcome;
import org.btdetect.resolve.python.Value;
import org.btdetect.tree.Place;

/** {@code routes}: a mapper, which remembers the calls that connect paths and resources with controllers. */
public final class RouteMapper implements LibraryModel {

    private static final String MAPPER = "route-mapper";

    /** A mapper to be handed to the functions that declare routes. */
    static final Value OBJECT = Value.of(new Atom.Modeled(MAPPER, List.of()));

    private final Set<Declaration> declarations = new LinkedHashSet<>();

    /**
     * A call of a mapper.
     *
     * @param verb {@code resource} or {@code connect}
     */
    record Declaration(String verb, Arguments arguments, Place place) {}

    @Override
    public Optional<Outcome> call(ExternalCall call) {
        if (!call.path().startsWith(MAPPER + ".")) {
            return Optional.empty();
        }
        declarations.add(
                new Declaration(call.name(), call.arguments(), call.link().evidence()));
        return Optional.of(Outcome.of(Value.NONE));
    }

    /** @return what has been declared since this was last asked, in order */
    List<Declaration> taken() {
        List<Declaration> taken = List.copyOf(declarations);
        declarations.clear();
        return taken;
    }
}
