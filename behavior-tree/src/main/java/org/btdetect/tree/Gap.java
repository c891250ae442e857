package org.btdetect.tree;

import java.util.Comparator;

/**
 * A call that the analysis could not follow.
 *
 * @param place where the call stands
 * @param text the call as written
 * @param reason the class of reasons why it could not be followed
 */
public record Gap(Place place, String text, String reason) implements Comparable<Gap> {
    private static final Comparator<Gap> ORDER =
            Comparator.comparing(Gap::place).thenComparing(Gap::text).thenComparing(Gap::reason);

    static Gap of(Subject.Unresolved call) {
        return new Gap(call.place(), call.name(), call.reason());
    }

    @Override
    public int compareTo(Gap other) {
        return ORDER.compare(this, other);
    }
}
