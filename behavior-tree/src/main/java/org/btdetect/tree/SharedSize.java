package org.btdetect.tree;

import java.util.IdentityHashMap;
import java.util.List;

/** Counts nodes up to a limit, since the written-out size of a shared structure can be exponential. */
final class SharedSize {
    private final int limit;
    private final IdentityHashMap<List<TreeNode>, Integer> sizes = new IdentityHashMap<>();

    /** Creates a counter; {@link Integer#MAX_VALUE} means that nothing is large. */
    SharedSize(int limit) {
        this.limit = limit;
    }

    /** Returns whether a function with these children has as many nodes as the limit, itself included. */
    boolean isLarge(List<TreeNode> children) {
        return limit != Integer.MAX_VALUE && !children.isEmpty() && size(children) >= limit - 1;
    }

    private int size(List<TreeNode> children) {
        Integer known = sizes.get(children);
        if (known != null) {
            return known;
        }
        int size = 0;
        for (TreeNode child : children) {
            size = Math.min(limit, size + 1 + size(child.children()));
        }
        sizes.put(children, size);
        return size;
    }
}
