package org.btdetect.tree.io;

import java.util.HashMap;
import java.util.Map;
import org.btdetect.tree.Place;

/** The places that a file has named so far: most stand in a tree many times. */
final class Places {
    private final Map<String, Place> known = new HashMap<>();

    /** Returns the place that a text {@code component:file:line} names. */
    Place of(String text) throws TreeFormatException {
        Place place = known.get(text);
        if (place == null) {
            place = Ids.place(text);
            known.put(text, place);
        }
        return place;
    }
}
