package org.btdetect.tree.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.btdetect.tree.Activity;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.LibraryIndex;
import org.btdetect.tree.TreeLibrary;

/** Gives the actions of a library the names that users have for them. */
public final class Aliases {
    private Aliases() {}

    /** Returns the library with the aliases that a catalogue knows for its actions, beside those that it has. */
    public static TreeLibrary added(TreeLibrary library, ClientCatalog clients) {
        Set<String> keys = new TreeSet<>();
        library.index().entries().forEach(entry -> keys.add(entry.name().key()));
        List<LibraryEntry> entries = library.index().entries().stream()
                .map(entry -> new LibraryEntry(
                        added(entry.activity(), clients, keys), entry.layers(), entry.nodes(), entry.unresolved()))
                .toList();
        List<BehaviorTree> trees = library.trees().stream()
                .map(tree -> new BehaviorTree(added(tree.activity(), clients, keys), tree.root()))
                .toList();
        return new TreeLibrary(new LibraryIndex(library.index().provenance(), entries), trees);
    }

    /** A word that is the name of another action would lead astray. */
    private static Activity added(Activity activity, ClientCatalog clients, Set<String> keys) {
        List<String> aliases = new ArrayList<>(activity.aliases());
        clients.aliases(activity.name().key()).stream()
                .filter(word -> !keys.contains(word))
                .forEach(aliases::add);
        return new Activity(activity.name(), activity.kind(), activity.route(), aliases);
    }
}
