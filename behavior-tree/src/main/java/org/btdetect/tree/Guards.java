package org.btdetect.tree;

/** Conjunction and disjunction of guards, which are source text and stay readable source-like text. */
final class Guards {
    private Guards() {}

    /** Returns the guard of a way that needs both; the empty guard is the condition that always holds. */
    static String and(String left, String right) {
        if (left.isEmpty() || left.equals(right)) {
            return right;
        }
        return right.isEmpty() ? left : enclosed(left, " or ") + " and " + enclosed(right, " or ");
    }

    /** Returns the guard of a way that needs either of the two. */
    static String or(String left, String right) {
        if (left.isEmpty() || right.isEmpty()) {
            return "";
        }
        return left.equals(right) ? left : left + " or " + right;
    }

    private static String enclosed(String guard, String weaker) {
        return guard.contains(weaker) && !(guard.startsWith("(") && guard.endsWith(")")) ? "(" + guard + ")" : guard;
    }
}
