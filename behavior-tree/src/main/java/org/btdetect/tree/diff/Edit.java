package org.btdetect.tree.diff;

import java.util.List;
import org.btdetect.tree.Place;

/** A difference between two versions of a function. */
sealed interface Edit {
    /**
     * An operation that only the newer version has; what that means depends on the action.
     *
     * @param before the older version of the function
     * @param after the newer version
     */
    record Added(Function before, Function after, Operation operation) implements Edit {}

    /** An operation that only the older version has. */
    record Removed(Function before, Function after, Operation operation) implements Edit {}

    /**
     * A difference that means the same whatever the action.
     *
     * @param in the function in which it is
     */
    record Altered(
            ChangeKind kind,
            Function in,
            String subject,
            String detail,
            Place before,
            Place after,
            List<String> operations)
            implements Edit {}
}
