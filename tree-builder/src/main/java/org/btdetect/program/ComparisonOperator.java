package org.btdetect.program;

/** Operators of (chained) comparisons. */
public enum ComparisonOperator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    IN("in"),
    NOT_IN("not in"),
    IS("is"),
    IS_NOT("is not");

    private final String text;

    ComparisonOperator(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
