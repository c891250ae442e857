package org.btdetect.tree;

import java.util.Comparator;

/**
 * A line in the sources of a component.
 *
 * @param component the component's name, such as {@code nova} or {@code libvirt}
 * @param file the path relative to the component's root, with forward slashes
 * @param line the line, counted from one
 */
public record Place(String component, String file, int line) implements Comparable<Place> {
    /** The place of something that stands in no source file. */
    public static final Place NONE = new Place("", "", 0);

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::component).thenComparing(Place::file).thenComparingInt(Place::line);

    /** Rejects negative lines. */
    public Place {
        if (line < 0) {
            throw new IllegalArgumentException("negative line " + line + " in " + file);
        }
    }

    /** Returns whether this is a place in a source file. */
    public boolean isKnown() {
        return !file.isEmpty();
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** Returns {@code component:file:line}, or the empty text where the place is not known. */
    @Override
    public String toString() {
        return isKnown() ? component + ":" + file + ":" + line : "";
    }
}
