package org.btdetect.program;

/** The languages that front ends lower to the program model. */
public enum Language {
    PYTHON,
    C,
    JAVA
}
