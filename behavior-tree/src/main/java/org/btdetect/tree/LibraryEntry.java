package org.btdetect.tree;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a library tells of a tree without opening it.
 *
 * @param activity what the tree is the tree of
 * @param layers the layers that the tree reaches
 * @param nodes the number of the tree's nodes in the layered view
 * @param unresolved the calls on the way that could not be followed
 */
public record LibraryEntry(Activity activity, Set<Layer> layers, int nodes, List<Gap> unresolved)
        implements Comparable<LibraryEntry> {
    /** Copies layers and unresolved calls. */
    public LibraryEntry {
        EnumSet<Layer> ordered = EnumSet.noneOf(Layer.class);
        ordered.addAll(layers);
        layers = Collections.unmodifiableSet(ordered);
        unresolved = List.copyOf(unresolved);
    }

    /** Returns the entry of a tree, its unresolved calls taken from the tree's own nodes. */
    public static LibraryEntry of(BehaviorTree tree) {
        List<Gap> gaps = tree.unresolved().stream()
                .map(node -> Gap.of((Subject.Unresolved) node.subject()))
                .distinct()
                .sorted()
                .toList();
        return new LibraryEntry(tree.activity(), tree.layers(), tree.size(), gaps);
    }

    /** Returns the action's name. */
    public ActionName name() {
        return activity.name();
    }

    /** Entries are ordered by the names of their actions. */
    @Override
    public int compareTo(LibraryEntry other) {
        return name().compareTo(other.name());
    }
}
