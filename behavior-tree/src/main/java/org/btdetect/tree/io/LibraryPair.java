package org.btdetect.tree.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.btdetect.tree.ActionName;
import org.btdetect.tree.BehaviorTree;
import org.btdetect.tree.LibraryEntry;
import org.btdetect.tree.TreeLibrary;

/**
 * Two libraries that are to be compared.
 *
 * @param before the older one
 * @param after the newer one; a tree that is the same to the byte is the same object in both
 */
public record LibraryPair(TreeLibrary before, TreeLibrary after) {
    /** Reads both libraries, several files at once, and files that are the same in both only once. */
    public static LibraryPair read(TreeLibraryReader before, TreeLibraryReader after) throws IOException {
        Map<ActionName, BehaviorTree> shared = new ConcurrentHashMap<>();
        try {
            TreeLibrary older = new TreeLibrary(
                    before.index(),
                    before.index().entries().parallelStream()
                            .map(LibraryEntry::name)
                            .map(action -> {
                                BehaviorTree tree = before.unchecked(action);
                                if (before.hasSameFile(action, after)) {
                                    shared.put(action, tree);
                                }
                                return tree;
                            })
                            .toList());
            TreeLibrary newer = new TreeLibrary(
                    after.index(),
                    after.index().entries().parallelStream()
                            .map(LibraryEntry::name)
                            .map(action -> shared.containsKey(action) ? shared.get(action) : after.unchecked(action))
                            .toList());
            return new LibraryPair(older, newer);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
