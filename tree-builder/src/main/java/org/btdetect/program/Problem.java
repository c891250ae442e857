package org.btdetect.program;

/** What a front end could not read: the place and a message for a person; the rest of the file stands in the module. */
public record Problem(String file, Position at, String message) {

    @Override
    public String toString() {
        return file + ":" + at + ": " + message;
    }
}
