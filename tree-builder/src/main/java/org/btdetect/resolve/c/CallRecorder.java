package org.btdetect.resolve.c;

import org.btdetect.tree.EdgeKind;
import org.btdetect.tree.Place;

/** Hears of every call that the interpreter meets; called from several threads, and once for each context of a function. */
public interface CallRecorder {

    CallRecorder NONE = new CallRecorder() {};

    /** A call of a function of the program. */
    default void resolved(Definition caller, int line, Definition callee, EdgeKind kind) {}

    /** A call of a function that the sources only declare. */
    default void external(Definition caller, int line, String callee) {}

    /** A call whose callee is not known. */
    default void unresolved(Definition caller, Place at, String text, String reason) {}
}
