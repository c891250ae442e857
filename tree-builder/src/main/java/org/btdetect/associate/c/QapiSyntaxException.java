package org.btdetect.associate.c;

/** A schema that is not in QAPI's language; the message tells file and line. */
public final class QapiSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QapiSyntaxException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
