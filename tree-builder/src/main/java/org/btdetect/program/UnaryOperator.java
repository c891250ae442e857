package org.btdetect.program;

/** Operators with one operand. */
public enum UnaryOperator {
    NOT("not "),
    MINUS("-"),
    PLUS("+"),
    INVERT("~"),
    ADDRESS("&"),
    DEREFERENCE("*"),
    INCREMENT("++"),
    DECREMENT("--");

    private final String text;

    UnaryOperator(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
