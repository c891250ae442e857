package org.btdetect.resolve.c;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.btdetect.program.Parameter;
import org.btdetect.program.Position;
import org.btdetect.tree.Place;

/** The state of one interpretation of a function that does not belong to a point in it. */
final class Frame {

    /** Where a goto lands: what is known there, and whether some way to it reports no error. */
    static final class Landing {
        final Environment incoming = Environment.dead();
        boolean normal;
        boolean used;
    }

    final Definition definition;
    final String component;
    final Map<String, String> types = new HashMap<>();
    final Map<String, Landing> landings = new HashMap<>();
    final Set<String> failingLabels = new HashSet<>();
    final Set<String> expanding = new HashSet<>();
    /** The variables that hold a struct which this function has made. */
    final Set<String> fresh = new HashSet<>();
    /** How many more calls deep results of calls are looked up. */
    final int depth;

    String returnVariable = "";
    boolean failing;
    Environment breaks = Environment.dead();
    Environment continues = Environment.dead();
    private Optional<CValue> returned = Optional.empty();

    private boolean observed;

    /** @param observed whether calls are recorded and followed, rather than only looked through for a result */
    Frame(Definition definition, String component, int depth, boolean observed) {
        this.observed = observed;
        this.definition = definition;
        this.component = component;
        this.depth = depth;
        for (Parameter parameter : definition.function().parameters()) {
            types.put(parameter.name(), parameterType(parameter));
        }
    }

    static String parameterType(Parameter parameter) {
        return parameter
                .type()
                .map(type -> type instanceof org.btdetect.program.Expression.Opaque opaque ? opaque.text() : "")
                .orElse("");
    }

    boolean isObserved() {
        return observed;
    }

    /** Does something without its calls being recorded or followed. */
    <T> T quietly(Supplier<T> work) {
        boolean before = observed;
        observed = false;
        T result = work.get();
        observed = before;
        return result;
    }

    Place place(Position at) {
        return new Place(component, definition.file(), at.line());
    }

    void returns(CValue value) {
        returned = Optional.of(returned.map(known -> known.join(value)).orElse(value));
    }

    CValue returned() {
        return returned.orElse(CValue.UNKNOWN);
    }

    Landing landing(String label) {
        return landings.computeIfAbsent(label, name -> new Landing());
    }
}
