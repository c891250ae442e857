package org.btdetect.program;

/** Arithmetic, bitwise and sequencing operators. */
public enum BinaryOperator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    MATRIX_MULTIPLY("@"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("**"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    /** C's comma: the left side is evaluated for its effects. */
    COMMA(",");

    private final String text;

    BinaryOperator(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
