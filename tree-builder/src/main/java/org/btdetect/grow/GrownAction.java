package org.btdetect.grow;

import java.util.List;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Place;
import org.btdetect.tree.Route;

/**
 * An operation's behaviour, and what it is when a field of the request holds one certain word.
 *
 * @param name the action's key
 * @param declaration where its route stands
 * @param handler the name of the controller's method
 */
public record GrownAction(
        String name, Route route, Place declaration, String handler, Behavior behavior, List<Variant> variants) {

    public GrownAction {
        variants = List.copyOf(variants);
    }

    /** The behaviour where the field {@code argument} is {@code word}. */
    public record Variant(String argument, String word, Behavior behavior) {}
}
