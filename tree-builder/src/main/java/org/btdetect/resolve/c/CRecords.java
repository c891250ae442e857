package org.btdetect.resolve.c;

import java.util.List;
import org.btdetect.tree.Place;

/** Which uses of functions and macros leave records. */
public interface CRecords {
    /** Where nobody wants to know. */
    CRecords NONE = new CRecords() {
        @Override
        public boolean writes(String name) {
            return false;
        }

        @Override
        public List<Place> within(String function) {
            return List.of();
        }
    };

    /** Returns whether a use of a function or macro leaves a record of its own. */
    boolean writes(String name);

    /** Returns where records are left below a function that is not entered, as far as they are wanted. */
    List<Place> within(String function);
}
