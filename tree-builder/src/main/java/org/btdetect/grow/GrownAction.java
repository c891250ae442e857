package org.btdetect.grow;

import java.util.List;
import org.btdetect.summary.Behavior;
import org.btdetect.tree.Layer;
import org.btdetect.tree.Place;
import org.btdetect.tree.RootKind;
import org.btdetect.tree.Route;

/**
 * An operation's behaviour, and what it is when a field of the request holds one certain word.
 *
 * @param start what starts it
 * @param name the action's key
 * @param declaration where its route stands
 * @param handler the name of the controller's method
 */
public record GrownAction(
        Start start,
        String name,
        Route route,
        Place declaration,
        String handler,
        Behavior behavior,
        List<Variant> variants) {

    public GrownAction {
        variants = List.copyOf(variants);
    }

    /** What starts an activity, and in which layer its first function runs. */
    public record Start(RootKind kind, Layer layer) {

        static final Start REQUEST = new Start(RootKind.REQUEST, Layer.API);

        /** The layer of the root itself: a request comes from the user. */
        Layer rootLayer() {
            return kind == RootKind.REQUEST ? Layer.USER : layer;
        }
    }

    /** The behaviour where the field {@code argument} is {@code word}. */
    public record Variant(String argument, String word, Behavior behavior) {}
}
