package org.btdetect.resolve.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The evaluated arguments of a call.
 *
 * @param unpacked what {@code *value} arguments of unknown length may hold; {@link Value#NOTHING} without one
 * @param unpackedRest what {@code **value} arguments may hold under other names; {@link Value#NOTHING} without one
 */
public record Arguments(List<Value> positional, Bindings keywords, Value unpacked, Value unpackedRest) {

    public static final Arguments NONE = new Arguments(List.of(), Bindings.EMPTY, Value.NOTHING, Value.NOTHING);

    public Arguments {
        positional = List.copyOf(positional);
    }

    public static Arguments of(Value... values) {
        return new Arguments(List.of(values), Bindings.EMPTY, Value.NOTHING, Value.NOTHING);
    }

    /** Arguments of which nothing is known, not even how many. */
    public static Arguments unknown() {
        return new Arguments(List.of(), Bindings.EMPTY, Value.UNKNOWN, Value.UNKNOWN);
    }

    public Arguments prepend(Value receiver) {
        List<Value> all = new ArrayList<>(List.of(receiver));
        all.addAll(positional);
        return new Arguments(all, keywords, unpacked, unpackedRest);
    }

    public Arguments drop(int count) {
        return new Arguments(
                positional.subList(Math.min(count, positional.size()), positional.size()),
                keywords,
                unpacked,
                unpackedRest);
    }

    /** @return the argument at the position or under the keyword */
    public Optional<Value> get(int position, String keyword) {
        if (position >= 0 && position < positional.size()) {
            return Optional.of(positional.get(position));
        }
        return keywords.has(keyword) ? Optional.of(keywords.get(keyword)) : Optional.empty();
    }

    public Value first() {
        return positional.isEmpty() ? Value.NOTHING : positional.get(0);
    }

    /** All argument values, however they are passed. */
    public List<Value> all() {
        List<Value> all = new ArrayList<>(positional);
        all.addAll(keywords.asMap().values());
        return all;
    }
}
