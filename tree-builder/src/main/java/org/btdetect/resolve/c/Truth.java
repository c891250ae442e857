package org.btdetect.resolve.c;

/** What is known of a condition. */
public enum Truth {
    TRUE,
    FALSE,
    EITHER;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The least that covers both. */
    public Truth join(Truth other) {
        return this == other ? this : EITHER;
    }

    public Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : EITHER;
    }

    /** The condition's value as C has it. */
    public CValue value() {
        return this == EITHER ? CValue.BOOLEAN : CValue.number(this == TRUE ? 1 : 0);
    }
}
