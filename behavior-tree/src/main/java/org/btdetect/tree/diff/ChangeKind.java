package org.btdetect.tree.diff;

import java.util.Locale;

/** The catalogue of what can change between two libraries, the gravest first. */
public enum ChangeKind {
    ACTION_ADDED(Severity.SURFACE, "there is a tree for an action that had none"),
    LAYER_REACHED(Severity.SURFACE, "an action reaches a layer that it did not reach"),
    CROSSING_ADDED(Severity.SURFACE, "an action performs an operation of a lower layer that it never performed"),
    CROSSING_MOVED(Severity.SURFACE, "an operation is started by a function of another layer"),
    ROUTE_CHANGED(Severity.SURFACE, "an action is asked for by another request"),
    OPERATION_REORDERED(Severity.ORDER, "an operation comes before one that it came after"),
    OPERATION_REPEATED(Severity.ORDER, "an action performs an operation at a further place"),
    OPERATION_DROPPED(Severity.ORDER, "an action performs an operation at fewer places"),
    CALLER_CHANGED(Severity.ORDER, "an operation is started by another function of the same layer"),
    GUARD_CHANGED(Severity.ORDER, "operations occur under another condition"),
    MULTIPLICITY_CHANGED(Severity.ORDER, "operations occur more or less often, asynchronously or on another path"),
    ACTION_REMOVED(Severity.EVIDENCE, "an action has no tree any more"),
    LAYER_LEFT(Severity.EVIDENCE, "an action no longer reaches a layer"),
    CROSSING_REMOVED(Severity.EVIDENCE, "an action no longer performs an operation of a lower layer"),
    ARGUMENTS_CHANGED(Severity.EVIDENCE, "an operation is performed with other arguments"),
    TRACE_POINT_CHANGED(
            Severity.EVIDENCE, "a record that an action leaves has other words, another level or another logger"),
    TRACE_POINT_REMOVED(Severity.EVIDENCE, "a record that an action left is no longer written"),
    UNRESOLVED_ADDED(Severity.EVIDENCE, "a call can no longer be followed, or is new and cannot be followed"),
    UNRESOLVED_REMOVED(Severity.EVIDENCE, "a call that could not be followed is gone, or can be followed"),
    TRACE_POINT_ADDED(Severity.REFACTORING, "an action leaves a record that it did not leave"),
    FUNCTION_RENAMED(Severity.REFACTORING, "a function has another name and the same effect"),
    FUNCTION_MOVED(Severity.REFACTORING, "a function stands in another file or class and has the same effect"),
    WAY_CHANGED(Severity.REFACTORING, "an operation is reached through other functions, with the same effect");

    private final Severity severity;
    private final String doc;

    ChangeKind(Severity severity, String doc) {
        this.severity = severity;
        this.doc = doc;
    }

    /** Returns the lower-case, hyphenated text that stands for this kind in files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns how much changes of this kind matter. */
    public Severity severity() {
        return severity;
    }

    /** Returns one line that says what changed. */
    public String doc() {
        return doc;
    }
}
