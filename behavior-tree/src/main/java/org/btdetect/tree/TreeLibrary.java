package org.btdetect.tree;

import java.util.List;

/**
 * The behaviour trees of one release, in the layered view.
 *
 * @param index what the library tells of its trees
 * @param trees the trees, ordered by action
 */
public record TreeLibrary(LibraryIndex index, List<BehaviorTree> trees) {
    /** Orders the trees and rejects an index that is not theirs. */
    public TreeLibrary {
        trees = trees.stream().sorted().toList();
        List<ActionName> indexed =
                index.entries().stream().map(LibraryEntry::name).toList();
        if (!indexed.equals(trees.stream().map(BehaviorTree::name).toList())) {
            throw new IllegalArgumentException(
                    "index and trees of the library " + index.provenance().name() + " differ");
        }
    }

    /** Returns the library of the given trees, its entries computed from them. */
    public static TreeLibrary of(Provenance provenance, List<BehaviorTree> trees) {
        return new TreeLibrary(
                new LibraryIndex(
                        provenance, trees.stream().map(LibraryEntry::of).toList()),
                trees);
    }
}
