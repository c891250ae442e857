package org.btdetect.tree.diff.io;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.btdetect.tree.diff.Change;
import org.btdetect.tree.diff.LibraryDiff;
import org.btdetect.tree.diff.Severity;

/** How changes are told in a sentence. */
final class ChangeText {
    private static final int MOST = 6;

    private ChangeText() {}

    /** Returns one sentence without a full stop at its end. */
    static String sentence(Change change) {
        String function = change.function();
        String subject = change.subject();
        String detail = change.detail();
        return switch (change.kind()) {
            case ACTION_ADDED -> "action " + function + " is new and reaches " + detail;
            case ACTION_REMOVED -> "action " + function + " is gone; it reached " + detail;
            case ROUTE_CHANGED -> "action " + function + " is asked for by another request: " + detail;
            case LAYER_REACHED -> added(change) + " and so a layer that the action did not reach" + inBrackets(detail);
            case CROSSING_ADDED -> added(change) + inBrackets(detail);
            case OPERATION_REPEATED -> function + " now also calls " + subject + reaching(change) + inBrackets(detail);
            case LAYER_LEFT, CROSSING_REMOVED, OPERATION_DROPPED ->
                function + " no longer calls " + subject + reaching(change) + inBrackets(detail);
            case CROSSING_MOVED, CALLER_CHANGED -> subject + " is called by another function: " + detail;
            case OPERATION_REORDERED -> function + ": " + subject + ": " + detail;
            case GUARD_CHANGED -> function + ": the condition of " + some(change.operations()) + ": " + detail;
            case MULTIPLICITY_CHANGED -> function + ": how often " + subject + " occurs: " + detail;
            case ARGUMENTS_CHANGED -> function + ": the arguments: " + detail;
            case TRACE_POINT_CHANGED -> function + " leaves another record: " + detail;
            case TRACE_POINT_REMOVED -> function + " no longer leaves a record: " + detail;
            case TRACE_POINT_ADDED -> function + " now leaves a record: " + detail;
            case UNRESOLVED_ADDED ->
                function + " now has a call that cannot be followed: " + subject + inBrackets(detail);
            case UNRESOLVED_REMOVED ->
                function + " no longer has a call that cannot be followed: " + subject + inBrackets(detail);
            case FUNCTION_RENAMED -> "renamed: " + detail;
            case FUNCTION_MOVED -> subject + " moved: " + detail;
            case WAY_CHANGED -> function + " reaches " + some(change.operations()) + " another way: " + detail;
        };
    }

    /** Returns what changed in numbers, such as {@code 3 changes in 95 actions: 1 surface, 2 order}. */
    static String summary(LibraryDiff diff) {
        int count = diff.changes().size();
        String actions = " in " + diff.compared() + (diff.compared() == 1 ? " action" : " actions") + " that both have";
        if (count == 0) {
            return "no change" + actions;
        }
        Map<Severity, Long> counts = diff.counts();
        String parts = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().id())
                .collect(Collectors.joining(", "));
        return count + (count == 1 ? " change" : " changes") + actions + ": " + parts;
    }

    /** Returns the heading of a severity. */
    static String heading(Severity severity) {
        return severity.id().toUpperCase(Locale.ROOT) + ": " + severity.doc();
    }

    /** Returns a few of many names, and how many there are more. */
    static String some(List<String> names) {
        String shown = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
    }

    private static String added(Change change) {
        return change.function() + " now calls " + change.subject() + reaching(change);
    }

    private static String reaching(Change change) {
        boolean itself =
                change.operations().size() == 1 && change.operations().get(0).endsWith(" " + change.subject());
        return itself || change.operations().isEmpty() ? "" : " (" + some(change.operations()) + ")";
    }

    private static String inBrackets(String detail) {
        return detail.isEmpty() ? "" : " [" + detail + "]";
    }
}
