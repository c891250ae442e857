package org.btdetect.tree;

import java.util.List;

/**
 * The behaviour trees of one release, in the layered view.
 *
 * @param provenance what the library was derived from
 * @param entries one entry per tree, ordered by action
 * @param trees the trees, ordered by action
 */
public record TreeLibrary(Provenance provenance, List<LibraryEntry> entries, List<BehaviorTree> trees) {
    /** Orders entries and trees, and rejects a library whose entries are not those of its trees. */
    public TreeLibrary {
        entries = entries.stream().sorted().toList();
        trees = trees.stream().sorted().toList();
        List<ActionName> named = entries.stream().map(LibraryEntry::name).toList();
        if (!named.equals(trees.stream().map(BehaviorTree::name).toList())) {
            throw new IllegalArgumentException("entries and trees of the library " + provenance.name() + " differ");
        }
        if (named.stream().distinct().count() != named.size()) {
            throw new IllegalArgumentException("the library " + provenance.name() + " has two trees of one action");
        }
    }

    /** Returns the library of the given trees. */
    public static TreeLibrary of(Provenance provenance, List<BehaviorTree> trees) {
        return new TreeLibrary(provenance, trees.stream().map(LibraryEntry::of).toList(), trees);
    }
}
