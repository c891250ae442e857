package org.btdetect.cli;

/** Something that the user asked for and that there is not, told in one line. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
